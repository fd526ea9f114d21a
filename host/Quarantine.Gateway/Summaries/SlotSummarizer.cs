using Quarantine.Gateway.Presence;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Summaries;

/// <summary>
/// Counts what presence found in one slot. A trip counts in the slot where it begins, its minutes where they pass; time that a permit
/// covers and time of which nothing is known is nobody's minutes outside.
/// </summary>
public static class SlotSummarizer
{
    /// <summary>The slot's summary as far as <paramref name="now"/>, which is not before the slot's start.</summary>
    public static IntervalSummary Summarize(
        PresenceHistory history, CommunityClock clock, ulong slot, DateTimeOffset now, IReadOnlyList<PermitWindow> permits)
    {
        var from = clock.StartOf(slot);
        var to = TimeSpanSet.Min(clock.EndOf(slot), now);
        var permitted = permits.Select(permit => (permit.From, permit.Until)).ToList();
        var unknown = new TimeSpanSet(history.Unknown.Select(span => Clip(span, from, to)));
        var uncounted = new TimeSpanSet(history.Unknown.Select(span => Clip(span, from, to)).Concat(permitted));
        var allowed = new TimeSpanSet(permitted);
        var trips = history.Trips.Where(trip => allowed.Outside(trip.Left, trip.Returned ?? now) > TimeSpan.Zero).ToList();
        var minutes = trips
            .Select(trip => uncounted.Outside(TimeSpanSet.Max(trip.Left, from), TimeSpanSet.Min(trip.Returned ?? now, to)))
            .ToList();
        return IntervalSummary.Create(
            trips.Count(trip => trip.Left >= from && trip.Left < to),
            TimeSpan.FromTicks(minutes.Sum(span => span.Ticks)),
            minutes.DefaultIfEmpty().Max(),
            history.Visits.Count(visit => visit.Arrived >= from && visit.Arrived < to),
            unknown.Total,
            Flags(history, from, to));
    }

    private static SummaryFlags Flags(PresenceHistory history, DateTimeOffset from, DateTimeOffset to)
    {
        var causes = history.Unknown.Where(span => Overlaps(span, from, to)).Select(span => span.Cause).ToHashSet();
        var tampered = history.Tampers.Any(span => Overlaps(span, from, to));
        return (tampered ? SummaryFlags.Tampered : SummaryFlags.None)
            | (causes.Contains(UnknownCause.Sensor) || causes.Contains(UnknownCause.Network) ? SummaryFlags.SensorFault : SummaryFlags.None)
            | (causes.Contains(UnknownCause.Power) ? SummaryFlags.PowerFault : SummaryFlags.None);
    }

    private static bool Overlaps(UnknownSpan span, DateTimeOffset from, DateTimeOffset to) =>
        span.From < to && (span.To ?? DateTimeOffset.MaxValue) > from;

    private static (DateTimeOffset From, DateTimeOffset To) Clip(UnknownSpan span, DateTimeOffset from, DateTimeOffset to) =>
        (TimeSpanSet.Max(span.From, from), TimeSpanSet.Min(span.To ?? to, to));
}
