using Quarantine.Messages.Summaries;

namespace Quarantine.Messages.Reports;

/// <summary>
/// A policy's immutable limits, as its contract states them; a limit that a policy does not have is 65,535.
/// </summary>
/// <param name="MaxTrips">Trips a slot.</param>
/// <param name="MaxMinutesOutside">Minutes outside a slot.</param>
/// <param name="MaxLongestTripMinutes">Minutes of the longest trip.</param>
/// <param name="MaxVisits">Visits a slot.</param>
/// <param name="Alerts">Whether an excess is reported at once, by a report of kind Alert.</param>
public sealed record PolicyThresholds(ushort MaxTrips, ushort MaxMinutesOutside, ushort MaxLongestTripMinutes, ushort MaxVisits, bool Alerts)
{
    /// <summary>Whether the summary keeps every limit. What is unknown is never an excess.</summary>
    public bool IsMetBy(IntervalSummary summary) =>
        summary.Trips <= MaxTrips
        && summary.MinutesOutside <= MaxMinutesOutside
        && summary.LongestTripMinutes <= MaxLongestTripMinutes
        && summary.Visits <= MaxVisits;
}
