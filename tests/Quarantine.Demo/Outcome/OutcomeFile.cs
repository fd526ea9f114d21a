using System.Text.Json;

namespace Quarantine.Demo.Outcome;

/// <summary>Writes the outcome as <c>summary.json</c>.</summary>
internal static class OutcomeFile
{
    public static void Write(string path, DemoOutcome outcome)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = File.Create(path);
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        WriteCounts(json, outcome);
        json.WriteNumber("alertLatencyMsMedian", Math.Round(outcome.AlertLatencyMsMedian, 1));
        json.WriteNumber("alertMinutesMax", Math.Round(outcome.AlertMinutesMax, 1));
        json.WriteNumber("eventsSent", outcome.EventsSent);
        json.WriteNumber("eventsStored", outcome.EventsStored);
        json.WriteNumber("transactions", outcome.Transactions);
        json.WriteNumber("gasPerReportMedian", outcome.GasPerReportMedian);
        json.WriteNumber("lost", outcome.Lost);
        json.WriteNumber("wallSeconds", Math.Round(outcome.WallSeconds, 1));
        var differences = outcome.Differences();
        json.WriteStartArray("differences");
        foreach (var difference in differences)
        {
            json.WriteStringValue(difference);
        }

        json.WriteEndArray();
        json.WriteBoolean("pass", differences.Count == 0);
        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, DemoOutcome outcome)
    {
        json.WriteNumber("households", outcome.Households);
        json.WriteNumber("days", outcome.Days);
        json.WriteNumber("reportsExpected", outcome.ReportsExpected);
        json.WriteNumber("reportsAccepted", outcome.ReportsAccepted);
        json.WriteNumber("reportsTrue", outcome.ReportsTrue);
        json.WriteNumber("violationsExpected", outcome.ViolationsExpected);
        json.WriteNumber("violationsDetected", outcome.ViolationsDetected);
        json.WriteNumber("falseViolations", outcome.FalseViolations);
        json.WriteNumber("alertsExpected", outcome.AlertsExpected);
        json.WriteNumber("alertsDetected", outcome.AlertsDetected);
        json.WriteNumber("forgedRejected", outcome.ForgedRejected);
        json.WriteNumber("doublesRejected", outcome.DoublesRejected);
        json.WriteNumber("emergenciesSent", outcome.EmergenciesSent);
        json.WriteNumber("emergenciesOpened", outcome.EmergenciesOpened);
        json.WriteNumber("emergenciesVerified", outcome.EmergenciesVerified);
        json.WriteNumber("emergenciesAcknowledgedAtHome", outcome.EmergenciesAcknowledgedAtHome);
        json.WriteNumber("tripsScripted", outcome.TripsScripted);
        json.WriteNumber("tripsDetected", outcome.TripsDetected);
        json.WriteNumber("unknownMinutesExpected", outcome.UnknownMinutesExpected);
        json.WriteNumber("unknownMinutesReported", outcome.UnknownMinutesReported);
    }
}
