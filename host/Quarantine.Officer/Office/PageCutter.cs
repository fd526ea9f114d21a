using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Officer.Office;

/// <summary>Cuts a community's queue into ring pages: close, wait for the seed, cut. Goes on where an earlier run was cut short.</summary>
internal sealed class PageCutter(IEthereumNode node, TransactionSender sender, QuarantineDeployment deployment, OfficeOptions options)
{
    private readonly RegistryView _registry = new(node, deployment.Registry);

    public async Task<IReadOnlyList<RingPage>> CutAsync(Bytes32 communityId, IReadOnlyList<ulong> dissolved, CancellationToken cancellationToken)
    {
        var queue = await _registry.QueueAsync(communityId, cancellationToken);
        if (!queue.IsClosed)
        {
            await sender.CallAsync(deployment.Registry, CommunityRegistryCalls.CloseQueue(communityId, dissolved.ToArray()), cancellationToken);
        }

        using var community = new CommunityFollower(node, deployment, communityId);
        queue = await CutClosedAsync(communityId, community, cancellationToken);
        await community.LookAsync(cancellationToken);
        return community.Read(state => state.Pages.Where(page => page.Round == queue.ClosedRound).ToList());
    }

    private async Task<QueueState> CutClosedAsync(Bytes32 communityId, CommunityFollower community, CancellationToken cancellationToken)
    {
        while (true)
        {
            var queue = await _registry.QueueAsync(communityId, cancellationToken);
            var seed = queue.Seed.IsZero ? await SeedAsync(queue.SeedBlock, cancellationToken) : queue.Seed;
            await community.LookAsync(cancellationToken);
            var pool = await new RoundPool(node, deployment, community).ReadAsync(queue.ClosedRound, cancellationToken);
            try
            {
                var keys = PageOrder.Sort(seed, pool);
                await sender.CallAsync(deployment.Registry, CommunityRegistryCalls.CutPages(communityId, keys), cancellationToken);
                return queue;
            }
            catch (RevertException refused) when (ContractErrors.TryRead(refused.Revert, out var error) && error.Name == "SeedLapsed")
            {
                // Nobody cut while the chain still knew the block's hash: a later block takes its place.
                await sender.CallAsync(deployment.Registry, CommunityRegistryCalls.PostponeSeed(communityId), cancellationToken);
            }
        }
    }

    private async Task<Bytes32> SeedAsync(ulong seedBlock, CancellationToken cancellationToken)
    {
        // The contract reads the hash from a later block than the seed's own.
        var needed = seedBlock + 1;
        await (options.WaitForBlock?.Invoke(needed, cancellationToken) ?? BlockWait.ForAsync(node, needed, options.ChainClock, cancellationToken));
        var block = await node.GetBlockAsync(BlockReference.At(seedBlock), cancellationToken);
        return block?.Hash ?? throw new InvalidDataException($"The chain node does not have block {seedBlock}, whose hash orders the pages.");
    }
}
