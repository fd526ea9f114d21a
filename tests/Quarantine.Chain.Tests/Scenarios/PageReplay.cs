using Quarantine.Chain.Communities;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>
/// What any gateway can compute of a community's pages without asking the registry: from its events, the blocks they stand in and the hash of
/// the seed's block.
/// </summary>
internal sealed class PageReplay(IEthereumNode node)
{
    private readonly Dictionary<Address, MemberAdmitted> _keys = [];
    private readonly Dictionary<Bytes32, Address> _owners = [];
    private readonly Dictionary<Address, ulong> _expiry = [];
    private readonly HashSet<Address> _revoked = [];
    private readonly Dictionary<Address, ulong> _queued = [];
    private readonly Dictionary<ulong, HashSet<Address>> _pools = [];
    private readonly Dictionary<ulong, ulong> _closedIn = [];
    private CommunityCreated _community = null!;
    private ulong _nextPage;

    /// <summary>The rings, by page, as they must have been cut.</summary>
    public SortedDictionary<ulong, Ring> Rings { get; } = [];

    public async Task ApplyAsync(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case CommunityCreated created:
                _community = created;
                break;
            case MemberAdmitted admitted:
                (_keys[admitted.Gateway], _owners[admitted.RingX]) = (admitted, admitted.Gateway);
                Hold(admitted.Gateway, admitted.ExpiresAt);
                break;
            case MemberRenewed renewed:
                Hold(renewed.Gateway, renewed.ExpiresAt);
                break;
            case MemberQueued queued:
                _queued[queued.Gateway] = queued.Round;
                break;
            case MemberRevoked revoked:
                _revoked.Add(revoked.Gateway);
                _queued.Remove(revoked.Gateway);
                break;
            case QueueClosed closed:
                await CloseAsync(closed);
                break;
            case SeedFixed seed:
                await CutAsync(seed);
                break;
            default:
                break;
        }
    }

    private void Hold(Address gateway, ulong expiresAt)
    {
        _expiry[gateway] = expiresAt;
        _revoked.Remove(gateway);
    }

    /// <summary>Those who queued, and those of the dissolved pages whose house number still holds in the coming slot.</summary>
    private async Task CloseAsync(QueueClosed closed)
    {
        var block = await node.GetBlockAsync(BlockReference.At(closed.Position.Block));
        _closedIn[closed.Round] = SlotAt(block!.Timestamp);
        var pool = _queued.Where(queued => queued.Value == closed.Round).Select(queued => queued.Key).ToHashSet();
        var dissolved = closed.Dissolved.SelectMany(page => Rings[page].Keys.ToArray()).Select(key => _owners[key.X]);
        pool.UnionWith(dissolved.Where(member => !_revoked.Contains(member) && !IsReleased(member, closed.Round)));
        foreach (var member in pool)
        {
            _queued.Remove(member);
        }

        Assert.Equal(closed.PoolSize, (ulong)pool.Count);
        _pools[closed.Round] = pool;
    }

    private async Task CutAsync(SeedFixed seed)
    {
        Assert.Equal((await node.GetBlockAsync(BlockReference.At(seed.SeedBlock)))!.Hash, seed.Seed);
        var seated = _pools[seed.Round].Where(member => !IsReleased(member, seed.Round));
        var left = PageOrder.Sort(seed.Seed, seated.Select(member => _keys[member].RingX)).ToArray().AsSpan();
        while (!left.IsEmpty)
        {
            // A remainder below the minimum joins the page before it.
            var size = left.Length < _community.PageSize + _community.MinimumRing ? left.Length : _community.PageSize;
            Rings[_nextPage++] = RingOf(left[..size]);
            left = left[size..];
        }
    }

    private ulong SlotAt(ulong time) => new CommunityClock(_community.UtcOffset).SlotAt(DateTimeOffset.FromUnixTimeSeconds((long)time));

    /// <summary>Whether the house number ends by the end of the slot in which the round was closed.</summary>
    private bool IsReleased(Address member, ulong round) => SlotAt(_expiry[member]) <= _closedIn[round] + 1;

    private static Ring RingOf(ReadOnlySpan<Bytes32> page)
    {
        var keys = new RingPublicKey[page.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            Assert.True(RingPublicKey.TryCreate(page[i].ToArray(), out keys[i]));
        }

        Array.Sort(keys);
        Assert.True(Ring.TryCreate(keys, out var ring));
        return ring;
    }
}
