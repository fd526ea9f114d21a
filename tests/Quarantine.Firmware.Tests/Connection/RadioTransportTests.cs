using Quarantine.Firmware.Core;
using Quarantine.Firmware.Tests.Running;

namespace Quarantine.Firmware.Tests.Connection;

public sealed class RadioTransportTests : IDisposable
{
    private static readonly byte[] Payload = [1];

    private readonly TestAir _air = new();
    private readonly Mailbox _mailbox = new();
    private readonly HandClock _clock = new();
    private readonly LoopWatch _watch = new(Supervisor.RadioMs, 0);
    private readonly RadioTransport _radio;
    private readonly RadioThread _thread;

    public RadioTransportTests()
    {
        _radio = new RadioTransport(_air, _air, _mailbox, _watch, _clock, needsDate: true);
        _thread = new RadioThread(_radio, _clock);
    }

    [Fact]
    public void BeginConnect_BrokerThere_TellsConnectedAndSends()
    {
        var link = Connect();
        Assert.True(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
        Assert.Equal("t", Assert.Single(_air.Sessions[0].Sent).Topic);
        Assert.True(_radio.IsCurrent(link));
    }

    [Fact]
    public void BeginConnect_NoNetwork_TellsTheFault()
    {
        _air.HasNetwork = false;
        var mail = Attempt();
        Assert.Equal((MailKind.ConnectFailed, false, NodeFault.NoNetwork), (mail.Kind, mail.Refused, mail.Faults));
        Assert.Empty(_air.Sessions);
    }

    [Fact]
    public void BeginConnect_NoTime_ConnectsAndTellsTheFault()
    {
        _air.HasTime = false;
        var mail = Attempt();
        Assert.Equal((MailKind.Connected, NodeFault.NoTime), (mail.Kind, mail.Faults));
    }

    [Fact]
    public void BeginConnect_CredentialsRefused_TellsSoAndFreesTheSession()
    {
        _air.Refuses = true;
        var mail = Attempt();
        Assert.Equal((MailKind.ConnectFailed, true), (mail.Kind, mail.Refused));
        RadioThread.WaitUntil(() => _air.Sessions[0].Closed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BeginConnect_BrokerDownOrNameUnknown_FailsAndTheNextAttemptSucceeds(bool resolves)
    {
        _air.ResolvesNames = resolves;
        _air.IsDown = true;
        var mail = Attempt();
        Assert.Equal((MailKind.ConnectFailed, false, 0), (mail.Kind, mail.Refused, mail.Faults));
        _air.ResolvesNames = true;
        _air.IsDown = false;
        Assert.Equal(MailKind.Connected, Attempt().Kind);
    }

    [Fact]
    public void Disconnect_WhileAnAttemptBlocks_ReturnsAtOnceAndItsOutcomeNoLongerCounts()
    {
        _air.Gate.Reset();
        _radio.BeginConnect("t", Payload);
        RadioThread.WaitUntil(() => _air.Sessions.Count == 1);
        _radio.Disconnect();
        _radio.BeginConnect("t", Payload);
        _radio.Disconnect();
        _radio.BeginConnect("t", Payload);
        Assert.True(_radio.Busy);
        _air.Gate.Set();

        var mail = Next();
        Assert.Equal(MailKind.Connected, mail.Kind);
        Assert.True(_radio.IsCurrent(mail.Link));
        Assert.Equal(2, _air.Sessions.Count);
        Assert.True(_air.Sessions[0].Closed);
        Assert.Same(_air.Sessions[1].Link, mail.Link);
        Assert.Null(_mailbox.Take());
    }

    [Fact]
    public void Disconnect_MessagesUnconfirmed_WaitsForThemBeforeTheGoodbye()
    {
        _air.Confirms = false;
        Connect();
        _radio.TryPublish("t", Payload, atLeastOnce: true, retain: true);
        _radio.Disconnect();
        Assert.False(_air.Sessions[0].Closed);
        Assert.True(_radio.Busy);
        _air.Sessions[0].ConfirmAll();
        RadioThread.WaitUntil(() => !_radio.Busy);
        Assert.Equal((true, 0), (_air.Sessions[0].Closed, _air.Sessions[0].LostAtGoodbye));
    }

    [Fact]
    public void Disconnect_BrokerNeverConfirms_GivesUpAfterTheFarewellTime()
    {
        _air.Confirms = false;
        Connect();
        _radio.TryPublish("t", Payload, atLeastOnce: true, retain: true);
        _radio.Disconnect();
        RadioThread.WaitUntil(() =>
        {
            _clock.Advance(100);
            return !_radio.Busy;
        });
        Assert.Equal((true, 1), (_air.Sessions[0].Closed, _air.Sessions[0].LostAtGoodbye));
    }

    [Fact]
    public void OnLost_OpenConnection_IsToldOnceAndTheSessionFreed()
    {
        var link = Connect();
        link.OnLost();
        link.OnLost();
        Assert.Equal(MailKind.Lost, Next().Kind);
        RadioThread.WaitUntil(() => _air.Sessions[0].Closed);
        Assert.Null(_mailbox.Take());
        Assert.False(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
    }

    [Fact]
    public void OnLost_AfterOurOwnDisconnect_IsNotTold()
    {
        var link = Connect();
        _radio.Disconnect();
        link.OnLost();
        RadioThread.WaitUntil(() => !_radio.Busy);
        Assert.Null(_mailbox.Take());
    }

    [Fact]
    public void OnLost_BeforeTheAttemptEnded_IsAFailure()
    {
        _air.Gate.Reset();
        _radio.BeginConnect("t", Payload);
        RadioThread.WaitUntil(() => _air.Sessions.Count == 1);
        _air.Sessions[0].Link.OnLost();
        _air.Gate.Set();
        Assert.Equal(MailKind.ConnectFailed, Next().Kind);
    }

    [Fact]
    public void OnMessage_FromAConnectionThatWasGivenUp_IsDropped()
    {
        var old = Connect();
        _radio.Disconnect();
        old.OnMessage("t", Payload);
        Assert.Null(_mailbox.Take());
        var link = Connect();
        link.OnMessage("t", Payload);
        Assert.Equal(("t", MailKind.Message), (_mailbox.Take().Topic, MailKind.Message));
    }

    [Fact]
    public void TryPublish_TooManyUnconfirmed_RefusesUntilTheBrokerConfirms()
    {
        _air.Confirms = false;
        Connect();
        for (var i = 0; i < RadioTransport.MaximumUnconfirmed; i++)
        {
            Assert.True(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
        }

        Assert.False(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
        _air.Sessions[0].ConfirmAll();
        Assert.True(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
    }

    [Fact]
    public void Subscribe_NotConfirmedInTime_BreaksTheConnection()
    {
        _air.ConfirmsSubscriptions = false;
        Connect();
        _radio.Subscribe("t");
        _clock.Advance(RadioTransport.SubscriptionMs + 1);
        Assert.Equal(MailKind.Lost, Next().Kind);
    }

    [Fact]
    public void Subscribe_Refused_BreaksTheConnection()
    {
        Connect();
        _radio.Subscribe("t");
        _air.Sessions[0].SubscriptionRefused = true;
        Assert.Equal(MailKind.Lost, Next().Kind);
    }

    [Fact]
    public void Subscribe_Confirmed_KeepsTheConnection()
    {
        Connect();
        _radio.Subscribe("t");
        _clock.Advance(RadioTransport.SubscriptionMs * 100);
        _mailbox.Wait(0);
        Assert.False(_mailbox.Wait(600));
        Assert.True(_radio.TryPublish("t", Payload, atLeastOnce: true, retain: false));
    }

    [Fact]
    public void Work_Connected_TellsTheWatchThatItLives()
    {
        Connect();
        _clock.Advance(Supervisor.RadioMs * 10);
        RadioThread.WaitUntil(() => !_watch.IsStuck(_clock.Up));
    }

    public void Dispose()
    {
        _air.Gate.Set();
        _thread.Dispose();
        _air.Gate.Dispose();
    }

    private RadioLink Connect()
    {
        var mail = Attempt();
        Assert.Equal(MailKind.Connected, mail.Kind);
        return mail.Link;
    }

    private Mail Attempt()
    {
        _radio.BeginConnect("t", Payload);
        return Next();
    }

    private Mail Next()
    {
        Mail? mail = null;
        RadioThread.WaitUntil(() => (mail = _mailbox.Take()) is not null);
        return mail!;
    }
}
