using Quarantine.Gateway.Presence;
using Quarantine.PresenceTrials.Homes;

namespace Quarantine.PresenceTrials.Scoring;

/// <summary>What the gateway's presence makes of a recording that reaches it event by event.</summary>
/// <param name="Trips">Trips, in minutes.</param>
/// <param name="Unknown">Spans of which it says that it knows nothing.</param>
/// <param name="Alarms">When an absence was established, as the gateway would have told at that moment.</param>
internal sealed record Verdict(IReadOnlyList<Span> Trips, IReadOnlyList<Span> Unknown, IReadOnlyList<double> Alarms)
{
    public static Verdict Of(Recording home)
    {
        var presence = new HousePresence(new PresenceOptions());
        var alarms = new List<double>();
        var latest = Recording.Start;
        foreach (var observation in home.Arrived)
        {
            if (observation.Time > latest)
            {
                Wake(presence, latest, observation.Time, alarms);
                latest = observation.Time;
            }

            presence.Add(observation);
        }

        var end = Recording.At(home.Minutes);
        var history = presence.HistoryAt(end);
        return new Verdict(
            [.. history.Trips.Select(trip => ToSpan(trip.Left, trip.Returned ?? end))],
            [.. history.Unknown.Select(span => ToSpan(span.From, span.To ?? end))],
            alarms);
    }

    /// <summary>The gateway wakes by itself when a doubt ends.</summary>
    private static void Wake(HousePresence presence, DateTimeOffset from, DateTimeOffset to, List<double> alarms)
    {
        if (presence.DecisionAt(from) is { } decision && decision < to && presence.HistoryAt(decision) is { State: PresenceState.Away } history)
        {
            alarms.Add(Recording.MinuteOf(history.Trips[^1].Left) + 0.01);
        }
    }

    private static Span ToSpan(DateTimeOffset from, DateTimeOffset to) => new(Recording.MinuteOf(from), Recording.MinuteOf(to));
}
