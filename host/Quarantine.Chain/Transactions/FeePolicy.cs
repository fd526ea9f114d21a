using System.Numerics;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Chain.Transactions;

/// <summary>What a transaction offers: twice the base fee of the next block, so that it stays valid for six full blocks, and the node's priority fee.</summary>
public static class FeePolicy
{
    /// <summary>Least increase of both fees that nodes take for a replacement, in percent.</summary>
    public const int ReplacementPercent = 12;

    /// <summary>Fees for a transaction that is sent at once, in wei a unit of gas.</summary>
    public static async Task<(BigInteger Maximum, BigInteger Priority)> SuggestAsync(IEthereumNode node, CancellationToken cancellationToken)
    {
        var block = await node.GetBlockAsync(BlockReference.Latest, cancellationToken).ConfigureAwait(false);
        var priority = await node.GetMaxPriorityFeePerGasAsync(cancellationToken).ConfigureAwait(false);
        return ((2 * (block?.BaseFeePerGas ?? BigInteger.Zero)) + priority, priority);
    }

    /// <summary>The fee that replaces <paramref name="fee"/>.</summary>
    public static BigInteger Raised(BigInteger fee) => (fee * (100 + ReplacementPercent) / 100) + 1;
}
