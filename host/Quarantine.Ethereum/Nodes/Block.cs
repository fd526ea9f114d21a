using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>A block's header.</summary>
/// <param name="Number">Height; the genesis block has 0 unless the chain says otherwise.</param>
/// <param name="Hash">Its own hash, by which a block is told from another of the same number after a reorganisation.</param>
/// <param name="ParentHash">The hash of the block before.</param>
/// <param name="Timestamp">Unix time in seconds, as the proposer says.</param>
/// <param name="BaseFeePerGas">In wei; null before EIP-1559.</param>
/// <param name="GasLimit">Of all its transactions together.</param>
/// <param name="GasUsed">By all its transactions together.</param>
public sealed record Block(
    ulong Number, Bytes32 Hash, Bytes32 ParentHash, ulong Timestamp, BigInteger? BaseFeePerGas, ulong GasLimit, ulong GasUsed);
