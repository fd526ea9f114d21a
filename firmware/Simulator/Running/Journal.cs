using System.Text.Json;

namespace Quarantine.Firmware.Simulator.Running;

/// <summary>Tells what happens, a line each: for people, or as JSON objects. Thread-safe.</summary>
internal sealed class Journal(TextWriter output, TimeProvider clock, bool json)
{
    private readonly Lock _gate = new();
    private readonly long _started = clock.GetTimestamp();

    internal void Tell(string node, string what, string detail = "")
    {
        var at = clock.GetElapsedTime(_started);
        lock (_gate)
        {
            output.WriteLine(json ? Json(at, node, what, detail) : $@"{at:d\.hh\:mm\:ss\.fff}  {node}  {what}{(detail.Length > 0 ? ": " : "")}{detail}");
        }
    }

    private static string Json(TimeSpan at, string node, string what, string detail)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("ms", (long)at.TotalMilliseconds);
            writer.WriteString("node", node);
            writer.WriteString("what", what);
            writer.WriteString("detail", detail);
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
