namespace Quarantine.Gateway.Ingest;

/// <summary>What came in since the start, and what was dropped, by reason. Thread-safe.</summary>
public sealed class IngestCounters
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _dropped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _unsaved = new(StringComparer.Ordinal);
    private long _stored;
    private long _received;

    /// <summary>Messages that came.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Events that were stored.</summary>
    public long Stored => Interlocked.Read(ref _stored);

    public IReadOnlyDictionary<string, long> Dropped
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<string, long>(_dropped, StringComparer.Ordinal);
            }
        }
    }

    public void CountReceived() => Interlocked.Increment(ref _received);

    public void CountStored(int count) => Interlocked.Add(ref _stored, count);

    public void CountDropped(string reason)
    {
        lock (_gate)
        {
            _dropped[reason] = _dropped.GetValueOrDefault(reason) + 1;
            _unsaved[reason] = _unsaved.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>What was dropped since the last call, to be stored.</summary>
    public IReadOnlyDictionary<string, long> TakeUnsaved()
    {
        lock (_gate)
        {
            var taken = new Dictionary<string, long>(_unsaved, StringComparer.Ordinal);
            _unsaved.Clear();
            return taken;
        }
    }
}
