using System.Globalization;
using System.Text.Json;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Replay;

/// <summary>The parts of a replay's result, as JSON.</summary>
internal static class ReplayJson
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(Utf8JsonWriter json, Trip trip)
    {
        json.WriteStartObject();
        WriteTime(json, "left", trip.Left);
        WriteTime(json, "returned", trip.Returned);
        WriteFinding(json, trip.Confidence, trip.Rule);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, Visit visit)
    {
        json.WriteStartObject();
        WriteTime(json, "arrived", visit.Arrived);
        WriteFinding(json, visit.Confidence, visit.Rule);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, UnknownSpan span)
    {
        json.WriteStartObject();
        WriteTime(json, "from", span.From);
        WriteTime(json, "to", span.To);
        json.WriteString("cause", Name(span.Cause.ToString()));
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, ulong slot, IntervalSummary summary, PolicyThresholds thresholds)
    {
        var compliant = thresholds.IsMetBy(summary);
        json.WriteStartObject();
        json.WriteString("day", CommunityClock.TryDayOf(slot, out var day) ? day.ToString(DayFormat, CultureInfo.InvariantCulture) : "");
        json.WriteNumber("slot", slot);
        json.WriteNumber("trips", summary.Trips);
        json.WriteNumber("minutesOutside", summary.MinutesOutside);
        json.WriteNumber("longestTripMinutes", summary.LongestTripMinutes);
        json.WriteNumber("visits", summary.Visits);
        json.WriteNumber("unknownMinutes", summary.UnknownMinutes);
        json.WriteBoolean("tampered", summary.Flags.HasFlag(SummaryFlags.Tampered));
        json.WriteBoolean("sensorFault", summary.Flags.HasFlag(SummaryFlags.SensorFault));
        json.WriteBoolean("powerFault", summary.Flags.HasFlag(SummaryFlags.PowerFault));
        json.WriteBoolean("compliant", compliant);
        json.WriteBoolean("alert", !compliant && thresholds.Alerts);
        json.WriteString("state", summary.Pack().ToString());
        json.WriteEndObject();
    }

    /// <summary>The limits that the policy has.</summary>
    public static void Write(Utf8JsonWriter json, PolicyThresholds thresholds)
    {
        json.WriteStartObject();
        WriteLimit(json, "trips", thresholds.MaxTrips);
        WriteLimit(json, "minutesOutside", thresholds.MaxMinutesOutside);
        WriteLimit(json, "longestTripMinutes", thresholds.MaxLongestTripMinutes);
        WriteLimit(json, "visits", thresholds.MaxVisits);
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, TraceCounts counts)
    {
        json.WriteStartObject();
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("dropped", counts.Dropped);
        json.WriteStartObject("reasons");
        foreach (var (reason, count) in counts.Reasons)
        {
            json.WriteNumber(Name(reason.ToString()), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, double confidence, PresenceRule rule)
    {
        json.WriteNumber("confidence", confidence);
        json.WriteString("rule", rule.ToString());
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteString(name, time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));

    private static void WriteLimit(Utf8JsonWriter json, string name, ushort limit)
    {
        if (limit != ushort.MaxValue)
        {
            json.WriteNumber(name, limit);
        }
    }

    private static string Name(string member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member);
}
