using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Replay;

/// <summary>
/// Judges a recorded trace by the very code that judges a house: presence, summaries, thresholds. The trace is sorted first, so its order
/// does not matter; what is judged for good leaves memory.
/// </summary>
internal static class TraceReplay
{
    private const int SettleEvery = 4096;

    /// <param name="trace">Comma-separated values.</param>
    /// <param name="options">How to judge.</param>
    /// <param name="document">Takes the result.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static TraceCounts Run(Stream trace, ReplayOptions options, ReplayDocument document, CancellationToken cancellationToken)
    {
        var counts = new TraceCounts();
        using var sorter = new TraceSorter();
        TraceFile.Read(trace, sorter, counts, cancellationToken);
        Judge(sorter.Sorted(), options, document, counts, cancellationToken);
        return counts;
    }

    private static void Judge(
        IEnumerable<TraceEvent> events, ReplayOptions options, ReplayDocument document, TraceCounts counts, CancellationToken cancellationToken)
    {
        var timeline = new PresenceTimeline(options.Presence);
        DayLedger? days = null;
        TraceEvent? last = null;
        foreach (var item in events)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (item == last)
            {
                counts.Drop(TraceFault.Duplicate);
                continue;
            }

            counts.Accept();
            days ??= new DayLedger(options.Clock, item.Time, document.Add);
            timeline.Add(item.ToObservation());
            if (counts.Accepted % SettleEvery == 0)
            {
                Settle(timeline, item.Time, days, document);
                days.Close(timeline.SettledBefore, timeline.HistoryAt(item.Time));
            }

            last = item;
        }

        if (days is not null && last is { } final)
        {
            Finish(timeline, final.Time, days, document);
        }
    }

    private static void Settle(PresenceTimeline timeline, DateTimeOffset before, DayLedger days, ReplayDocument document)
    {
        var settled = timeline.Forget(before);
        document.Add(settled.Trips, settled.Visits, settled.Unknown);
        days.Add(settled);
    }

    private static void Finish(PresenceTimeline timeline, DateTimeOffset last, DayLedger days, ReplayDocument document)
    {
        var open = timeline.HistoryAt(last);
        document.Add(open.Trips, open.Visits, open.Unknown);
        days.Finish(last, open);
    }
}
