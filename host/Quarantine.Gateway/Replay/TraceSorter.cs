namespace Quarantine.Gateway.Replay;

/// <summary>
/// Sorts events by time in memory that does not grow with their number: full chunks go to temporary files that only this user can read, and
/// are merged. Not thread-safe.
/// </summary>
internal sealed class TraceSorter : IDisposable
{
    private const int ChunkLength = 1 << 18;

    /// <summary>Files that are open at once while merging.</summary>
    private const int MostRuns = 64;

    private readonly int _chunkLength;
    private readonly List<TraceEvent> _chunk = [];
    private readonly List<TraceRun> _runs = [];
    private DirectoryInfo? _folder;
    private int _written;

    public TraceSorter(int chunkLength = ChunkLength) => _chunkLength = chunkLength;

    public void Add(TraceEvent item)
    {
        _chunk.Add(item);
        if (_chunk.Count == _chunkLength)
        {
            _chunk.Sort();
            Keep(_chunk);
            _chunk.Clear();
        }
    }

    /// <summary>All events, ascending; once.</summary>
    public IEnumerable<TraceEvent> Sorted()
    {
        _chunk.Sort();
        return Merge([.. _runs.Select(run => run.Consume()), _chunk]);
    }

    public void Dispose() => _folder?.Delete(recursive: true);

    private static IEnumerable<TraceEvent> Merge(IReadOnlyList<IEnumerable<TraceEvent>> runs)
    {
        var heads = new PriorityQueue<IEnumerator<TraceEvent>, TraceEvent>();
        foreach (var run in runs)
        {
            Enqueue(heads, run.GetEnumerator());
        }

        while (heads.TryDequeue(out var run, out var item))
        {
            yield return item;
            Enqueue(heads, run);
        }
    }

    private static void Enqueue(PriorityQueue<IEnumerator<TraceEvent>, TraceEvent> heads, IEnumerator<TraceEvent> run)
    {
        if (run.MoveNext())
        {
            heads.Enqueue(run, run.Current);
        }
        else
        {
            run.Dispose();
        }
    }

    private void Keep(IEnumerable<TraceEvent> ascending)
    {
        _folder ??= Directory.CreateTempSubdirectory("quarantine-replay-");
        var run = TraceRun.Write(Path.Combine(_folder.FullName, $"{_written++}"), ascending);
        if (_runs.Count + 1 == MostRuns)
        {
            run = TraceRun.Write(Path.Combine(_folder.FullName, $"{_written++}"), Merge([.. _runs.Append(run).Select(kept => kept.Consume())]));
            _runs.Clear();
        }

        _runs.Add(run);
    }
}
