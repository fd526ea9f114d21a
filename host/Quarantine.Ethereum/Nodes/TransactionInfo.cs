using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>A transaction that a node knows. Amounts in wei.</summary>
public sealed record TransactionInfo
{
    public required Bytes32 Hash { get; init; }

    public required Address From { get; init; }

    /// <summary>Null where it creates a contract.</summary>
    public required Address? To { get; init; }

    public required ulong AccountNonce { get; init; }

    public required BigInteger Value { get; init; }

    public required ulong GasLimit { get; init; }

    /// <summary>Null for transactions before EIP-1559.</summary>
    public required BigInteger? MaxFeePerGas { get; init; }

    /// <summary>Null for transactions before EIP-1559.</summary>
    public required BigInteger? MaxPriorityFeePerGas { get; init; }

    /// <summary>Calldata or creation code.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Null while pending.</summary>
    public required ulong? BlockNumber { get; init; }

    /// <summary>Null while pending.</summary>
    public required Bytes32? BlockHash { get; init; }
}
