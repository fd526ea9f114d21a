using Quarantine.Ethereum.Nodes;

namespace Quarantine.Chain.Transactions;

/// <summary>Waits until a chain has grown.</summary>
public static class BlockWait
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Returns when block <paramref name="number"/> is there; only cancelling ends the wait for one that never comes.</summary>
    public static async Task ForAsync(IEthereumNode node, ulong number, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (await node.GetBlockNumberAsync(cancellationToken).ConfigureAwait(false) < number)
        {
            await Task.Delay(Poll, clock, cancellationToken).ConfigureAwait(false);
        }
    }
}
