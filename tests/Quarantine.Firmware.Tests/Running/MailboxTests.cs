using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Running;

public sealed class MailboxTests
{
    private readonly Mailbox _mailbox = new();

    [Fact]
    public void Take_SeveralEdges_ComeInOrderWithTheirTimes()
    {
        _mailbox.PostLevel(SensorInput.Door, true, 5);
        _mailbox.PostLevel(SensorInput.Help, false, 7);
        var first = _mailbox.Take();
        var second = _mailbox.Take();
        Assert.Equal((MailKind.Level, SensorInput.Door, true, 5), (first.Kind, first.Input, first.Active, first.Up));
        Assert.Equal((SensorInput.Help, false, 7), (second.Input, second.Active, second.Up));
        Assert.Null(_mailbox.Take());
    }

    [Fact]
    public void PostLevel_MoreThanFit_DropsAndTellsOnce()
    {
        for (var i = 0; i <= Mailbox.Capacity; i++)
        {
            _mailbox.PostLevel(SensorInput.Door, i % 2 == 0, i);
        }

        Assert.True(_mailbox.TakeOverrun());
        Assert.False(_mailbox.TakeOverrun());
        Assert.Equal(Mailbox.Capacity, Drain().Count);
    }

    [Fact]
    public void PostMessage_Flood_LeavesRoomForEdgesAndOutcomes()
    {
        var link = new RadioLink(_mailbox, "t", []);
        for (var i = 0; i < 1000; i++)
        {
            _mailbox.PostMessage(link, "t", [1]);
        }

        Assert.True(_mailbox.TakeOverrun());
        _mailbox.PostLevel(SensorInput.Door, true, 1);
        Assert.False(_mailbox.TakeOverrun());
        Assert.Equal(Mailbox.MessageCapacity + 1, Drain().Count);
    }

    [Fact]
    public void PostLost_FullOfEdges_IsTaken()
    {
        var link = new RadioLink(_mailbox, "t", []);
        for (var i = 0; i < 1000; i++)
        {
            _mailbox.PostLevel(SensorInput.Door, true, i);
        }

        _mailbox.PostConnected(link, 3);
        _mailbox.PostConnectFailed(link, true, 0);
        _mailbox.PostLost(link);
        var last = Drain().TakeLast(3).ToList();
        Assert.Equal([MailKind.Connected, MailKind.ConnectFailed, MailKind.Lost], last.Select(mail => mail.Kind));
        Assert.All(last, mail => Assert.Same(link, mail.Link));
        Assert.Equal((3, true), (last[0].Faults, last[1].Refused));
    }

    [Theory]
    [InlineData(CommandReader.MaximumLength, true)]
    [InlineData(CommandReader.MaximumLength + 1, false)]
    [InlineData(1_000_000, false)]
    public void PostMessage_TooLong_IsNotKeptInMemory(int length, bool kept)
    {
        _mailbox.PostMessage(new RadioLink(_mailbox, "t", []), "t", new byte[length]);
        Assert.Equal(kept, _mailbox.Take().Payload is not null);
    }

    [Fact]
    public void Wait_NothingComes_ReturnsFalseWhenTheTimeIsOver() => Assert.False(_mailbox.Wait(1));

    [Fact]
    public async Task PostLevel_FromFourThreadsAtOnce_KeepsAllAndEachThreadsOrder()
    {
        for (var round = 0; round < 500; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(() =>
            {
                for (var i = 0; i < Mailbox.Capacity / 4; i++)
                {
                    _mailbox.PostLevel(thread, true, i);
                }
            })));
            var mails = Drain();
            Assert.Equal(Mailbox.Capacity, mails.Count);
            Assert.All(mails.GroupBy(mail => mail.Input), thread => Assert.Equal(thread.Select(mail => mail.Up).Order(), thread.Select(mail => mail.Up)));
        }
    }

    private List<Mail> Drain()
    {
        var mails = new List<Mail>();
        for (var mail = _mailbox.Take(); mail is not null; mail = _mailbox.Take())
        {
            mails.Add(mail);
        }

        return mails;
    }
}
