using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Summaries;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Tests.Summaries;

public sealed class SlotSummarizerTests
{
    private static readonly CommunityClock Days = new(TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Midnight = Days.StartOf(18_700);

    [Fact]
    public void Summarize_TripOverMidnight_CountsWhereItBeganAndItsMinutesWhereTheyPassed()
    {
        var history = History(Trip(-30, 45));

        Assert.Equal((1, 30, 30), Figures(history, 18_699));
        Assert.Equal((0, 45, 45), Figures(history, 18_700));
    }

    [Fact]
    public void Summarize_TripCoveredByAPermit_DoesNotCount()
    {
        var permit = new PermitWindow(Midnight.AddMinutes(50), Midnight.AddMinutes(200));
        var summary = Summarize(History(Trip(60, 180), Trip(300, 310)), 18_700, permit);

        Assert.Equal((1, 10), (summary.Trips, summary.MinutesOutside));
    }

    [Fact]
    public void Summarize_TripLongerThanItsPermit_OnlyTheRestIsOutside()
    {
        var permit = new PermitWindow(Midnight.AddMinutes(50), Midnight.AddMinutes(150));
        var summary = Summarize(History(Trip(60, 180)), 18_700, permit);

        Assert.Equal((1, 30), (summary.Trips, summary.MinutesOutside));
    }

    [Fact]
    public void Summarize_FaultDuringATrip_ItsTimeIsUnknownAndNotOutside()
    {
        var fault = new UnknownSpan(Midnight.AddMinutes(90), Midnight.AddMinutes(130), UnknownCause.Sensor);
        var summary = Summarize(History([Trip(60, 180)], fault), 18_700);

        Assert.Equal((80, 60, SummaryFlags.SensorFault), (summary.MinutesOutside, summary.UnknownMinutes, summary.Flags));
    }

    [Fact]
    public void Summarize_OverlappingFaults_UnknownOnce()
    {
        var summary = Summarize(
            History([], new UnknownSpan(Midnight, Midnight.AddMinutes(50), UnknownCause.Sensor), new UnknownSpan(Midnight.AddMinutes(10), Midnight.AddMinutes(60), UnknownCause.Power)),
            18_700);

        Assert.Equal((60, SummaryFlags.SensorFault | SummaryFlags.PowerFault), (summary.UnknownMinutes, summary.Flags));
    }

    private static Trip Trip(double left, double returned) =>
        new(Midnight.AddMinutes(left), Midnight.AddMinutes(returned), 0.9, PresenceRule.ClosedDoorNoMotion);

    private static PresenceHistory History(params IReadOnlyList<Trip> trips) => History(trips, []);

    private static PresenceHistory History(IReadOnlyList<Trip> trips, params IReadOnlyList<UnknownSpan> unknown) =>
        new(PresenceState.Home, trips, [], unknown, []);

    private static (int Trips, int Minutes, int Longest) Figures(PresenceHistory history, ulong slot)
    {
        var summary = Summarize(history, slot);
        return (summary.Trips, summary.MinutesOutside, summary.LongestTripMinutes);
    }

    private static IntervalSummary Summarize(PresenceHistory history, ulong slot, params IReadOnlyList<PermitWindow> permits) =>
        SlotSummarizer.Summarize(history, Days, slot, Midnight.AddDays(2), permits);
}
