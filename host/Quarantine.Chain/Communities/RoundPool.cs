using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>
/// The ring keys of a closed round, as the registry wants them cut: the members that were queued, and of the dissolved pages those that stay.
/// Who stays the registry decided when the round closed, and is asked for.
/// </summary>
public sealed class RoundPool(IEthereumNode node, QuarantineDeployment deployment, CommunityFollower community)
{
    private readonly RegistryView _registry = new(node, deployment.Registry);
    private readonly RingReader _rings = new(node);

    /// <summary>The pool of the round, in no order. Throws <see cref="InvalidDataException"/> where events and registry do not agree.</summary>
    public async Task<IReadOnlyList<Bytes32>> ReadAsync(ulong round, CancellationToken cancellationToken = default)
    {
        var closed = community.Read(state => state.Rounds.GetValueOrDefault(round))
            ?? throw new InvalidDataException($"The chain tells of no closed round {round}.");
        var keys = community.Read(state => state.QueuedFor(round).Select(member => member.RingX).ToHashSet());
        foreach (var page in closed.Dissolved)
        {
            keys.UnionWith(await StayingAsync(page, round, cancellationToken).ConfigureAwait(false));
        }

        return (ulong)keys.Count == closed.PoolSize
            ? [.. keys]
            : throw new InvalidDataException($"Round {round} has {closed.PoolSize} keys by the registry and {keys.Count} by the events.");
    }

    private async Task<IEnumerable<Bytes32>> StayingAsync(ulong index, ulong round, CancellationToken cancellationToken)
    {
        var page = community.Read(state => state.Pages.FirstOrDefault(page => page.Index == index))
            ?? throw new InvalidDataException($"The chain tells of no page {index}.");
        var ring = await _rings.ReadAsync(page.Code, page.CodeHash, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidDataException($"The code of page {index} is not the ring that the registry names.");
        var keys = new List<Bytes32>();
        foreach (var key in ring.Keys.ToArray())
        {
            if (community.Read(state => state.OwnerOf(key.X)) is { } owner
                && await _registry.QueuedRoundOfAsync(owner.Gateway, cancellationToken).ConfigureAwait(false) == round)
            {
                keys.Add(owner.RingX);
            }
        }

        return keys;
    }
}
