using System.Text;
using System.Text.Json;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Replay;

/// <summary>
/// The result of a replay as one JSON document: trips, visits, unknown spans, a summary for each local day, counts of lines. Where it is
/// anonymous, only what would be reported, and the counts. Not thread-safe.
/// </summary>
internal sealed class ReplayDocument : IDisposable
{
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
            _trips.Add(json => ReplayJson.Write(json, trip));
        }

        foreach (var visit in visits)
        {
            _visits.Add(json => ReplayJson.Write(json, visit));
        }

        foreach (var span in unknown)
        {
            _unknown.Add(json => ReplayJson.Write(json, span));
        }
    }

    public void Add(ulong slot, IntervalSummary summary)
    {
        Days++;
        _summaries.Add(json => ReplayJson.Write(json, slot, summary, _options.Thresholds));
    }

    /// <summary>Writes the document.</summary>
    public void Write(Stream stream, TraceCounts counts)
    {
        stream.Write("{\n"u8);
        WriteMember(stream, "policy", json => json.WriteStringValue(_options.Policy));
        stream.Write(",\n"u8);
        WriteMember(stream, "thresholds", json => ReplayJson.Write(json, _options.Thresholds));
        stream.Write(",\n"u8);
        foreach (var spool in _options.Anonymous ? [_summaries] : (JsonSpool[])[_trips, _visits, _unknown, _summaries])
        {
            spool.CopyTo(stream);
        }

        WriteMember(stream, "counts", json => ReplayJson.Write(json, counts));
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
        stream.Write(Encoding.UTF8.GetBytes($"  \"{name}\": "));
        using var json = new Utf8JsonWriter(stream);
        write(json);
    }
}
