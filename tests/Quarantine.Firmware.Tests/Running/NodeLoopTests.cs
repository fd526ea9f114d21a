using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;
using HostLed = Quarantine.Messages.Nodes.LedState;
using LedState = Quarantine.Firmware.Core.LedState;
using SensorKind = Quarantine.Messages.Nodes.SensorKind;

namespace Quarantine.Firmware.Tests.Running;

public sealed class NodeLoopTests
{
    [Fact]
    public void Step_EdgesFromThePinEvents_BecomeEventsWithTheirOwnTimes()
    {
        using var bench = new LoopBench("door,help", "mains");
        bench.Boot();
        bench.Connect();
        bench.Clock.Set(1000);
        bench.Edge(SensorInput.Door, true);
        bench.Clock.Set(1300);
        bench.TurnUntil(() => bench.Events().Count == 1);
        Assert.Equal((SensorKind.Door, 1, 1000UL), (bench.Events()[0].Kind, bench.Events()[0].Value, bench.Events()[0].UpMilliseconds));
    }

    [Fact]
    public void Step_EdgeLostOnTheWay_IsFoundByReadingTheInputs()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Boot();
        bench.Connect();
        bench.Levels = SensorInput.Door;
        bench.Clock.Set(2000);
        bench.Loop.Step(mail: false);
        bench.Clock.Set(2100);
        bench.TurnUntil(() => bench.Events().Count == 1);
        Assert.Equal(1, bench.Events()[0].Value);
    }

    [Fact]
    public void Step_FloodOfEdges_EndsWithTheTrueLevelAndAFault()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Boot();
        for (var i = 0; i < 200; i++)
        {
            bench.Edge(SensorInput.Door, i % 2 == 0);
        }

        bench.Edge(SensorInput.Door, true);
        bench.Loop.Step(mail: true);
        bench.Clock.Advance(200);
        bench.Loop.Step(mail: true);
        Assert.True(bench.Core.IsActive(SensorInput.Door));
        Assert.Equal(NodeFault.Overrun, bench.Core.Faults & NodeFault.Overrun);
    }

    [Fact]
    public void Step_NoNetwork_ShowsTheFaultAndGoesOnTrying()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Air.HasNetwork = false;
        bench.Boot();
        RadioThread.WaitUntil(() =>
        {
            bench.Clock.Advance(100);
            bench.Loop.Step(mail: true);
            return bench.Core.Led == LedState.Fault && (bench.Core.Faults & NodeFault.NoNetwork) != 0;
        });
        Assert.InRange(bench.Clock.Up, LedPolicy.OfflineMs, long.MaxValue);
        bench.Air.HasNetwork = true;
        RadioThread.WaitUntil(() =>
        {
            bench.Clock.Advance(100);
            bench.Loop.Step(mail: true);
            return bench.Core.Connected;
        });
        Assert.Equal(LedState.Calm, bench.Core.Led);
    }

    [Fact]
    public void Step_CredentialsRefused_ShowsTheFault()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Air.Refuses = true;
        bench.Boot();
        bench.TurnUntil(() => bench.Core.Led == LedState.Fault);
        Assert.Equal(NodeFault.BrokerRefused, bench.Core.Faults & NodeFault.BrokerRefused);
    }

    [Fact]
    public void Step_OversizedAndMalformedMessages_AreAFaultAndNothingElse()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Boot();
        bench.Connect();
        var topic = $"quarantine/v1/{Bench.House}/{Bench.Node}/command";
        bench.Session.Link.OnMessage(topic, new byte[100_000]);
        bench.Session.Link.OnMessage(topic, "{"u8.ToArray());
        bench.Session.Link.OnMessage(topic, null);
        bench.TurnUntil(() => bench.Core.CommandsRefused == 3);
        Assert.Equal((true, LedState.Fault), (bench.Core.Connected, bench.Core.Led));
    }

    [Fact]
    public void Step_ConnectionLost_ConnectsAgain()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Boot();
        bench.Connect();
        bench.Session.Link.OnLost();
        bench.TurnUntil(() => !bench.Core.Connected);
        bench.Clock.Advance(2000);
        bench.TurnUntil(() => bench.Core.Connected);
        Assert.Equal(2, bench.Air.Sessions.Count);
    }

    [Fact]
    public void Step_MailsOfAnOldConnection_DoNotCount()
    {
        using var bench = new LoopBench("door", "mains");
        bench.Boot();
        bench.Connect();
        var old = bench.Session.Link;
        old.OnLost();
        bench.TurnUntil(() => !bench.Core.Connected);
        bench.Clock.Advance(2000);
        bench.TurnUntil(() => bench.Core.Connected);
        bench.Mailbox.PostLost(old);
        bench.Mailbox.PostConnectFailed(old, true, 0);
        bench.Loop.Step(mail: true);
        Assert.True(bench.Core.Connected);
    }

    [Fact]
    public void Step_OneDay_ReadsTheBatteryHourly()
    {
        using var bench = new LoopBench("door,battery", "mains");
        bench.Boot();
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            bench.Clock.Advance(60_000);
            bench.Loop.Step(mail: true);
        }

        Assert.Equal(24, bench.BatteryReadings);
    }

    [Fact]
    public void Boot_WokenByTheHelpButtonThatIsReleasedAlready_CallsForHelp()
    {
        using var bench = new LoopBench("help");
        bench.Boot(SensorInput.Help);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
        Assert.Equal(SensorKind.Help, bench.Events()[0].Kind);
    }

    [Fact]
    public void Boot_WokenByTheDoorThatIsClosedAlready_TellsThatItWasOpen()
    {
        using var bench = new LoopBench("door");
        bench.Boot(SensorInput.Door);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 2);
        Assert.Equal([1, 0], bench.Events().Select(e => e.Value));
    }

    [Fact]
    public void Boot_WokenByTheDoorThatStaysOpen_TellsThatOnce()
    {
        using var bench = new LoopBench("door") { Levels = SensorInput.Door };
        bench.Boot(SensorInput.Door);
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count >= 1);
        Assert.Equal([1], bench.Events().Select(e => e.Value));
        Assert.Equal(1, bench.Core.LastSeq);
    }

    [Fact]
    public void Boot_WokenByAnInputThatIsNotFitted_TellsNothing()
    {
        using var bench = new LoopBench("battery");
        bench.Boot(SensorInput.Door | SensorInput.Help | SensorInput.Tamper);
        Assert.Equal(1, bench.Core.LastSeq + 1);
    }

    [Fact]
    public void Help_PowerFailsBeforeTheAcknowledgement_IsCalledAgainInTheNextBoot()
    {
        using var bench = new LoopBench("help", "mains");
        bench.Air.IsDown = true;
        bench.Boot();
        bench.Edge(SensorInput.Help, true);
        bench.Loop.Step(mail: true);
        bench.Clock.Advance(100);
        bench.Loop.Step(mail: true);
        Assert.True(bench.Core.HelpPending);

        bench.Levels = 0;
        bench.Air.IsDown = false;
        bench.Boot();
        bench.Connect();
        bench.TurnUntil(() => bench.Events().Count == 1);
        Assert.Equal((SensorKind.Help, 2u), (bench.Events()[0].Kind, bench.Events()[0].Boot));
        bench.Acknowledge();

        bench.Boot();
        Assert.Equal((false, 0), (bench.Core.HelpPending, bench.Core.LastSeq));
    }

    [Fact]
    public void Led_Acknowledged_LightsTheGreenLamp()
    {
        using var bench = new LoopBench("help", "mains");
        bench.Boot();
        bench.Connect();
        bench.Led(HostLed.Acknowledged, 5);
        bench.TurnUntil(() => bench.Core.Led == LedState.Acknowledged);
        bench.Clock.Advance(3333);
        bench.Loop.Step(mail: true);
        Assert.Equal((true, false), (bench.Lamp.Green, bench.Lamp.Red));
    }
}
