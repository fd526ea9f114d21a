using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Events;

/// <summary>Where on the chain an event stands.</summary>
/// <param name="Block">Block number.</param>
/// <param name="BlockHash">Block hash: after a reorganisation another.</param>
/// <param name="LogIndex">Position among the block's logs.</param>
/// <param name="Transaction">Transaction hash.</param>
public readonly record struct EventPosition(ulong Block, Bytes32 BlockHash, ulong LogIndex, Bytes32 Transaction);
