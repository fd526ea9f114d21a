using System.Globalization;
using System.Text.Json;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Replay;

/// <summary>
/// The result of a replay as one JSON document: trips, visits, unknown spans, a summary for each local day, counts of lines. Where it is
/// anonymous, only what would be reported, and the counts. Not thread-safe.
/// </summary>
internal sealed class ReplayDocument : IDisposable
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private readonly ReplayOptions _options;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quarantine-replay-");
    private readonly JsonSpool _trips;
    private readonly JsonSpool _visits;
    private readonly JsonSpool _unknown;
    private readonly JsonSpool _summaries;

    public ReplayDocument(ReplayOptions options)
    {
        _options = options;
        _trips = new JsonSpool(_folder.FullName, "trips");
        _visits = new JsonSpool(_folder.FullName, "visits");
        _unknown = new JsonSpool(_folder.FullName, "unknown");
        _summaries = new JsonSpool(_folder.FullName, "summaries");
    }

    public long Trips { get; private set; }

    public long Days { get; private set; }

    public void Add(IEnumerable<Trip> trips, IEnumerable<Visit> visits, IEnumerable<UnknownSpan> unknown)
    {
        foreach (var trip in trips)
        {
            Trips++;
            _trips.Add(json => Write(json, ("left", trip.Left), ("returned", trip.Returned), trip.Confidence, trip.Rule));
        }

        foreach (var visit in visits)
        {
            _visits.Add(json => Write(json, ("arrived", visit.Arrived), null, visit.Confidence, visit.Rule));
        }

        foreach (var span in unknown)
        {
            _unknown.Add(json => WriteUnknown(json, span));
        }
    }

    public void Add(ulong slot, IntervalSummary summary)
    {
        Days++;
        _summaries.Add(json => WriteSummary(json, slot, summary));
    }

    /// <summary>Writes the document.</summary>
    public void Write(Stream stream, TraceCounts counts)
    {
        stream.Write("{\n"u8);
        WriteMember(stream, "policy", json => json.WriteStringValue(_options.Policy));
        stream.Write(",\n"u8);
        WriteMember(stream, "thresholds", WriteThresholds);
        stream.Write(",\n"u8);
        foreach (var spool in _options.Anonymous ? [_summaries] : (JsonSpool[])[_trips, _visits, _unknown, _summaries])
        {
            spool.CopyTo(stream);
        }

        WriteMember(stream, "counts", json => WriteCounts(json, counts));
        stream.Write("\n}\n"u8);
    }

    public void Dispose()
    {
        _trips.Dispose();
        _visits.Dispose();
        _unknown.Dispose();
        _summaries.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void WriteMember(Stream stream, string name, Action<Utf8JsonWriter> write)
    {
        stream.Write(System.Text.Encoding.UTF8.GetBytes($"  \"{name}\": "));
        using var json = new Utf8JsonWriter(stream);
        write(json);
    }

    private static void Write(
        Utf8JsonWriter json, (string Name, DateTimeOffset? Time) first, (string Name, DateTimeOffset? Time)? second, double confidence, PresenceRule rule)
    {
        json.WriteStartObject();
        WriteTime(json, first.Name, first.Time);
        if (second is { } other)
        {
            WriteTime(json, other.Name, other.Time);
        }

        json.WriteNumber("confidence", confidence);
        json.WriteString("rule", rule.ToString());
        json.WriteEndObject();
    }

    private static void WriteUnknown(Utf8JsonWriter json, UnknownSpan span)
    {
        json.WriteStartObject();
        WriteTime(json, "from", span.From);
        WriteTime(json, "to", span.To);
#pragma warning disable CA1308 // Lower case is the trace's own: cause 'power' of a fault of 'power'.
        json.WriteString("cause", span.Cause.ToString().ToLowerInvariant());
#pragma warning restore CA1308
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } moment)
        {
            json.WriteString(name, moment.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, TraceCounts counts)
    {
        json.WriteStartObject();
        json.WriteNumber("accepted", counts.Accepted);
        json.WriteNumber("dropped", counts.Dropped);
        json.WriteStartObject("reasons");
        foreach (var (reason, count) in counts.Reasons)
        {
            json.WriteNumber(JsonNamingPolicy.KebabCaseLower.ConvertName(reason.ToString()), count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteThresholds(Utf8JsonWriter json)
    {
        var thresholds = _options.Thresholds;
        json.WriteStartObject();
        WriteLimit(json, "trips", thresholds.MaxTrips);
        WriteLimit(json, "minutesOutside", thresholds.MaxMinutesOutside);
        WriteLimit(json, "longestTripMinutes", thresholds.MaxLongestTripMinutes);
        WriteLimit(json, "visits", thresholds.MaxVisits);
        json.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter json, string name, ushort limit)
    {
        if (limit != ushort.MaxValue)
        {
            json.WriteNumber(name, limit);
        }
    }

    private void WriteSummary(Utf8JsonWriter json, ulong slot, IntervalSummary summary)
    {
        var compliant = _options.Thresholds.IsMetBy(summary);
        json.WriteStartObject();
        json.WriteString("day", CommunityClock.TryDayOf(slot, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "");
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
        json.WriteBoolean("alert", !compliant && _options.Thresholds.Alerts);
        json.WriteString("state", summary.Pack().ToString());
        json.WriteEndObject();
    }
}
