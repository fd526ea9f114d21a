using Quarantine.Demo.Scenario;
using Quarantine.Demo.World;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Relay;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.Officer.Verification;
using Quarantine.Officer.Watching;

namespace Quarantine.Demo.Outcome;

/// <summary>Holds what the officer, the worker and the houses have against the script.</summary>
internal sealed class Judge(DemoWorld world, ScenarioScript script, ulong firstSlot)
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    public void Write(DemoOutcome outcome)
    {
        outcome.Households = ScenarioScript.Households;
        outcome.Days = ScenarioScript.Days;
        outcome.ReportsExpected = ScenarioScript.Households * ScenarioScript.Days;
        WriteReports(outcome);
        WriteViolations(outcome);
        WriteHouses(outcome);
        outcome.Transactions = world.Chain.Sent;
    }

    private void WriteReports(DemoOutcome outcome)
    {
        var daily = world.Watch.Findings.OfType<ReportFinding>().Where(report => report.Kind == ReportKind.Daily).ToLookup(report => report.Slot);
        for (var day = 0; day < ScenarioScript.Days; day++)
        {
            var accepted = daily[firstSlot + (ulong)day].Select(report => report.Summary!).ToList();
            var expected = Enumerable.Range(0, ScenarioScript.Households).Select(house => script.Expected(house, day)).ToList();
            outcome.ReportsAccepted += accepted.Count;
            outcome.ReportsTrue += expected.Count(accepted.Remove);
            outcome.UnknownMinutesExpected += expected.Sum(summary => summary.UnknownMinutes);
        }

        outcome.UnknownMinutesReported = daily.SelectMany(group => group).Sum(report => report.Summary!.UnknownMinutes);
    }

    private void WriteViolations(DemoOutcome outcome)
    {
        outcome.ViolationsExpected = 2;
        outcome.AlertsExpected = 1;
        var violations = world.Watch.Findings.OfType<ViolationFinding>().ToList();
        var verified = violations.Where(violation => violation.Verdict == ViolationVerdict.Verified).ToList();
        var truths = new[]
        {
            (Slot: firstSlot, Summary: script.Expected(ScenarioScript.Wanderer, 0)),
            (Slot: firstSlot + 2, Summary: script.Expected(ScenarioScript.Leaver, 2)),
        };
        var daily = verified.Where(violation => violation.Kind == ReportKind.Daily).ToList();
        outcome.ViolationsDetected = truths.Count(truth => daily.Exists(violation => violation.Slot == truth.Slot && violation.Summary == truth.Summary));
        outcome.AlertsDetected = verified.Count(violation => violation.Kind == ReportKind.Alert && violation.Slot == firstSlot + 2);
        outcome.FalseViolations = violations.Count - outcome.ViolationsDetected - outcome.AlertsDetected;
        var left = script.Trips.First(trip => trip.Household == ScenarioScript.Leaver).Left;
        outcome.AlertMinutesMax = world.AlertSeenAt is { } seen ? (seen - left).TotalMinutes : double.PositiveInfinity;
    }

    private void WriteHouses(DemoOutcome outcome)
    {
        outcome.TripsScripted = script.Trips.Count;
        foreach (var house in world.Households)
        {
            var scripted = script.Trips.Where(trip => trip.Household == house.Index).ToList();
            var found = house.Gateway.Presence.Trips;
            outcome.TripsDetected += scripted.Count(trip => found.Any(candidate =>
                (candidate.Left - trip.Left).Duration() <= Tolerance && (candidate.Returned - trip.Returned)?.Duration() <= Tolerance));
            outcome.TripsDetected -= Math.Max(0, found.Count - scripted.Count);
            outcome.EventsSent += house.Node.EventsMade;
            outcome.EventsStored += house.Gateway.Counters.Stored;
            outcome.EmergenciesSent += house.Gateway.Emergencies.All().Count;
        }

        var gas = world.Households.SelectMany(house => house.Gateway.Relayed.All())
            .Where(entry => entry.Status == RelayedStatus.Confirmed && entry.Key.StartsWith("0/", StringComparison.Ordinal))
            .Select(entry => (long)(entry.GasUsed ?? 0)).Order().ToList();
        outcome.GasPerReportMedian = gas.Count == 0 ? 0 : gas[gas.Count / 2];
    }
}
