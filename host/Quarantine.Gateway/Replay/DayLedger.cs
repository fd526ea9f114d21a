using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Summaries;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Replay;

/// <summary>Summarises each slot as soon as nothing can change it any more, and keeps only what later slots need. Not thread-safe.</summary>
internal sealed class DayLedger(CommunityClock clock, DateTimeOffset start, Action<ulong, IntervalSummary> onSummary)
{
    private List<Trip> _trips = [];
    private List<Visit> _visits = [];
    private List<UnknownSpan> _unknown = [];
    private List<UnknownSpan> _tampers = [];
    private ulong _next = clock.SlotAt(start);

    public void Add(SettledPresence settled)
    {
        _trips.AddRange(settled.Trips);
        _visits.AddRange(settled.Visits);
        _unknown.AddRange(settled.Unknown);
        _tampers.AddRange(settled.Tampers);
    }

    /// <summary>Summarises the slots that ended by <paramref name="settledBefore"/>.</summary>
    /// <param name="settledBefore">Nothing before this changes any more.</param>
    /// <param name="open">What is judged now of that which is not settled.</param>
    public void Close(DateTimeOffset settledBefore, PresenceHistory open)
    {
        while (clock.EndOf(_next) <= settledBefore)
        {
            Summarize(open, clock.EndOf(_next));
        }
    }

    /// <summary>Summarises the slots up to the last moment.</summary>
    public void Finish(DateTimeOffset last, PresenceHistory open)
    {
        while (clock.StartOf(_next) <= last)
        {
            Summarize(open, last);
        }
    }

    private void Summarize(PresenceHistory open, DateTimeOffset now)
    {
        var history = new PresenceHistory(
            open.State,
            [.. _trips, .. open.Trips],
            [.. _visits, .. open.Visits],
            [.. _unknown, .. open.Unknown],
            [.. _tampers, .. open.Tampers]);
        onSummary(_next, SlotSummarizer.Summarize(history, clock, _next, now, []));
        _next++;
        Drop(clock.StartOf(_next));
    }

    private void Drop(DateTimeOffset before)
    {
        _trips = _trips.FindAll(trip => trip.Returned > before);
        _visits = _visits.FindAll(visit => visit.Arrived >= before);
        _unknown = _unknown.FindAll(span => span.To > before);
        _tampers = _tampers.FindAll(span => span.To > before);
    }
}
