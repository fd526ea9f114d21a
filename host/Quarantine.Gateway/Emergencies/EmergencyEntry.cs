using Quarantine.Ethereum.Primitives;

namespace Quarantine.Gateway.Emergencies;

/// <summary>A call for help of this household.</summary>
/// <param name="Hash">keccak256 of the sealed message; its name on the chain.</param>
/// <param name="Ciphertext">The sealed message.</param>
/// <param name="Created">When help was asked for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Source">The node whose button was pressed; empty for the form.</param>
public sealed record EmergencyEntry(
    Bytes32 Hash, ReadOnlyMemory<byte> Ciphertext, DateTimeOffset Created, EmergencyStatus Status, string Source)
{
    /// <summary>When it was last sent.</summary>
    public DateTimeOffset? Sent { get; init; }

    public int Attempts { get; init; }

    /// <summary>Whether a relay was asked to publish the ciphertext.</summary>
    public bool Published { get; init; }
}
