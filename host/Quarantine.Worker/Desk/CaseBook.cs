using Quarantine.Ethereum.Primitives;

namespace Quarantine.Worker.Desk;

/// <summary>
/// The cases of a desk, one for each hash, at most so many: anybody can seal junk to a worker's public key. Where it is full the oldest
/// forged case makes room, then the oldest that is not on the chain; what is on the chain was paid for and stays. Thread-safe.
/// </summary>
internal sealed class CaseBook(int capacity, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Bytes32, EmergencyCase> _cases = [];
    private readonly Queue<Bytes32> _forged = [];
    private readonly Queue<Bytes32> _unposted = [];
    private long _evicted;

    /// <summary>Every case, the earliest first.</summary>
    public IReadOnlyList<EmergencyCase> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _cases.Values.OrderBy(entry => entry.Received)];
            }
        }
    }

    /// <summary>Cases that made room for others.</summary>
    public long Evicted => Interlocked.Read(ref _evicted);

    public EmergencyCase? Find(Bytes32 hash)
    {
        lock (_gate)
        {
            return _cases.GetValueOrDefault(hash);
        }
    }

    /// <summary>Changes a case, which is made where there is none.</summary>
    public EmergencyCase Update(Bytes32 hash, Func<EmergencyCase, EmergencyCase> change)
    {
        lock (_gate)
        {
            var isNew = !_cases.TryGetValue(hash, out var entry);
            var changed = change(entry ?? new EmergencyCase(hash, clock.GetUtcNow()));
            _cases[hash] = changed;
            if (isNew && !changed.IsPosted)
            {
                (changed.IsForged ? _forged : _unposted).Enqueue(hash);
            }

            while (_cases.Count > capacity && (TryEvict(_forged) || TryEvict(_unposted)))
            {
                _evicted++;
            }

            return changed;
        }
    }

    private bool TryEvict(Queue<Bytes32> candidates)
    {
        while (candidates.TryDequeue(out var hash))
        {
            if (_cases.TryGetValue(hash, out var entry) && !entry.IsPosted)
            {
                return _cases.Remove(hash);
            }
        }

        return false;
    }
}
