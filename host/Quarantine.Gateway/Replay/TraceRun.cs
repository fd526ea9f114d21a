using System.Buffers.Binary;

namespace Quarantine.Gateway.Replay;

/// <summary>Ascending events in a temporary file.</summary>
internal sealed class TraceRun(string path)
{
    private const int EntryLength = sizeof(long) + 1;

    /// <summary>Writes a run.</summary>
    public static TraceRun Write(string path, IEnumerable<TraceEvent> ascending)
    {
        using var stream = File.Create(path);
        Span<byte> entry = stackalloc byte[EntryLength];
        foreach (var item in ascending)
        {
            BinaryPrimitives.WriteInt64LittleEndian(entry, item.Ticks);
            entry[^1] = (byte)item.Signal;
            stream.Write(entry);
        }

        return new TraceRun(path);
    }

    /// <summary>Reads the run once, and deletes it.</summary>
    public IEnumerable<TraceEvent> Consume()
    {
        using (var stream = File.OpenRead(path))
        {
            var entry = new byte[EntryLength];
            while (stream.ReadAtLeast(entry, EntryLength, throwOnEndOfStream: false) == EntryLength)
            {
                yield return new TraceEvent(BinaryPrimitives.ReadInt64LittleEndian(entry), (TraceSignal)entry[^1]);
            }
        }

        File.Delete(path);
    }
}
