using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>An event that a contract emitted in a mined transaction.</summary>
public sealed class LogEntry
{
    /// <summary>The contract.</summary>
    public required Address Address { get; init; }

    /// <summary>The event's own topic first (unless it is anonymous), then its indexed parameters.</summary>
    public required LogTopics Topics { get; init; }

    /// <summary>The other parameters, ABI-encoded.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    public required ulong BlockNumber { get; init; }

    public required Bytes32 BlockHash { get; init; }

    public required Bytes32 TransactionHash { get; init; }

    public required ulong TransactionIndex { get; init; }

    /// <summary>Position among all logs of the block.</summary>
    public required ulong LogIndex { get; init; }

    /// <summary>Whether a reorganisation took it off the chain again.</summary>
    public required bool Removed { get; init; }

    /// <summary>Whether this is the event with topic <paramref name="eventTopic"/>, of <paramref name="contract"/>, with so many indexed parameters.</summary>
    public bool Is(Address contract, Bytes32 eventTopic, int indexedParameters) =>
        Topics.Count == indexedParameters + 1 && Topics[0] == eventTopic && Address == contract;
}
