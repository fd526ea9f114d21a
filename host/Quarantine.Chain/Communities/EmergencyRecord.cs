using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>What the chain says of one sealed emergency.</summary>
/// <param name="Hash">keccak256 of the sealed message.</param>
/// <param name="Ciphertext">The sealed message, where it was published.</param>
/// <param name="AcknowledgedBy">The worker who answered first.</param>
/// <param name="ResolvedBy">The worker who resolved it.</param>
public sealed record EmergencyRecord(Bytes32 Hash, ReadOnlyMemory<byte>? Ciphertext, Address? AcknowledgedBy, Address? ResolvedBy);
