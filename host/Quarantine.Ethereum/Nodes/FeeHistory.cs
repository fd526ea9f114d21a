using System.Numerics;

namespace Quarantine.Ethereum.Nodes;

/// <summary>Fees of consecutive blocks, the oldest first.</summary>
/// <param name="OldestBlock">Number of the first.</param>
/// <param name="BaseFeePerGas">In wei: of each block, and then of the block after the last, which is known already.</param>
/// <param name="GasUsedRatio">Of each block, 0 to 1.</param>
/// <param name="Reward">Of each block, the priority fees in wei at the percentiles asked for; empty where none were.</param>
public sealed record FeeHistory(
    ulong OldestBlock, IReadOnlyList<BigInteger> BaseFeePerGas, IReadOnlyList<double> GasUsedRatio, IReadOnlyList<IReadOnlyList<BigInteger>> Reward);
