using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>What a mined transaction did.</summary>
public sealed record TransactionReceipt
{
    public required Bytes32 TransactionHash { get; init; }

    public required ulong TransactionIndex { get; init; }

    public required Bytes32 BlockHash { get; init; }

    public required ulong BlockNumber { get; init; }

    public required Address From { get; init; }

    /// <summary>Null where it created a contract.</summary>
    public required Address? To { get; init; }

    /// <summary>Null where it created none.</summary>
    public required Address? ContractAddress { get; init; }

    /// <summary>False where it reverted or ran out of gas; it was paid for all the same.</summary>
    public required bool Succeeded { get; init; }

    public required ulong GasUsed { get; init; }

    /// <summary>In wei a unit of gas.</summary>
    public required BigInteger EffectiveGasPrice { get; init; }

    public required IReadOnlyList<LogEntry> Logs { get; init; }
}
