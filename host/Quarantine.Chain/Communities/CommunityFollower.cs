using Quarantine.Chain.Deployment;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.Chain.Communities;

/// <summary>
/// Keeps one community's state up to date, look by look. Thread-safe: looks are taken one at a time, and what was seen last can be asked
/// for at any time.
/// </summary>
public sealed class CommunityFollower : IDisposable
{
    private readonly ChainEventReader _reader;
    private readonly RingReader _rings;
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Bytes32 _communityId;
    private CommunityState _state;
    private ulong _head;
    private long _dropped;

    public CommunityFollower(IEthereumNode node, QuarantineDeployment deployment, Bytes32 communityId)
    {
        _communityId = communityId;
        _rings = new RingReader(node);
        _reader = new ChainEventReader(node, deployment, [communityId]);
        _state = new CommunityState(communityId);
    }

    /// <summary>The newest block seen; 0 before the first look.</summary>
    public ulong Head => Read(_ => _head);

    /// <summary>Logs that pretended to be events of the contracts.</summary>
    public long Dropped => Read(_ => _dropped);

    /// <summary>Asks something of the state as it was seen last.</summary>
    public T Read<T>(Func<CommunityState, T> ask)
    {
        lock (_gate)
        {
            return ask(_state);
        }
    }

    /// <summary>Looks at the chain once; the number of events that were new. Throws what the node throws, and nothing is lost then.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken = default)
    {
        await _looking.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var batch = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                Take(batch);
            }

            return batch.Events.Count;
        }
        finally
        {
            _looking.Release();
        }
    }

    /// <summary>
    /// The rings of all pages in force in a slot, by page. Reads every page's code, so that nobody learns which one is asked for; a page whose
    /// code is not what the registry says is left out.
    /// </summary>
    public async Task<IReadOnlyDictionary<ulong, Ring>> RingsAtAsync(ulong slot, CancellationToken cancellationToken = default)
    {
        var pages = Read(state => state.Pages.Where(page => page.IsInForceAt(slot)).ToList());
        var rings = new Dictionary<ulong, Ring>();
        foreach (var page in pages)
        {
            if (await _rings.ReadAsync(page.Code, page.CodeHash, cancellationToken).ConfigureAwait(false) is { } ring)
            {
                rings[page.Index] = ring;
            }
        }

        return rings;
    }

    public void Dispose() => _looking.Dispose();

    private void Take(EventBatch batch)
    {
        _state = batch.Replaced ? new CommunityState(_communityId) : _state;
        foreach (var chainEvent in batch.Events)
        {
            _state.Apply(chainEvent);
        }

        _head = batch.Head;
        _dropped += batch.Dropped;
    }
}
