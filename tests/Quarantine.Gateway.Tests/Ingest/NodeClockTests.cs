using Quarantine.Gateway.Ingest;

namespace Quarantine.Gateway.Tests.Ingest;

public sealed class NodeClockTests
{
    private static readonly DateTimeOffset Booted = new(2021, 3, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void TimeOf_MessageThatWaited_TheTimeOfTheQuickestMessage()
    {
        var clock = new NodeClock();
        clock.TimeOf(1_000, 1_000, Booted.AddMilliseconds(1_020), live: true);

        var (time, uncertain) = clock.TimeOf(5_000, 6_000, Booted.AddMilliseconds(66_000), live: true);

        Assert.Equal(Booted.AddMilliseconds(5_020), time);
        Assert.False(uncertain);
    }

    [Fact]
    public void TimeOf_NoLiveMessageYet_Uncertain()
    {
        var clock = new NodeClock();

        Assert.True(clock.TimeOf(1_000, 1_000, Booted.AddHours(2), live: false).Uncertain);
        Assert.False(clock.TimeOf(1_000, 7_200_000, Booted.AddHours(2), live: true).Uncertain);
    }

    [Fact]
    public void TimeOf_OffsetOlderThanAnHour_Forgotten()
    {
        var clock = new NodeClock();
        clock.Observe(0, Booted, live: true);

        // The node's oscillator runs slow: an hour later its uptime lags by three seconds.
        var later = Booted.AddMinutes(61);
        Assert.Equal(Booted.AddSeconds(3), clock.Observe((ulong)(later - Booted).TotalMilliseconds - 3_000, later, live: true));
    }
}
