namespace Quarantine.Gateway.Replay;

/// <summary>A trace in a file of comma-separated values, and what became of its lines.</summary>
internal static class TraceFile
{
    /// <summary>Sorts the file's events; throws <see cref="InvalidDataException"/> where its first line is not the header.</summary>
    public static void Read(Stream stream, TraceSorter sorter, TraceCounts counts, CancellationToken cancellationToken)
    {
        using var lines = new TraceLineReader(stream);
        if (!lines.TryRead(out var header, out _) || !TraceParser.IsHeader(header))
        {
            throw new InvalidDataException("The first line is not 'time,sensor,value'.");
        }

        while (lines.TryRead(out var line, out var tooLong))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (line.IsWhiteSpace() && !tooLong)
            {
                continue;
            }

            TraceEvent item = default;
            var fault = tooLong ? TraceFault.Length : TraceParser.Parse(line, out item);
            if (fault == TraceFault.None)
            {
                sorter.Add(item);
            }
            else
            {
                counts.Drop(fault);
            }
        }
    }
}
