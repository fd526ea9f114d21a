using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Emergencies;

namespace Quarantine.Worker.Desk;

/// <summary>One emergency, whatever came first of it: the message or its hash on the chain.</summary>
/// <param name="Hash">keccak256 of the sealed message; its name on the chain.</param>
/// <param name="Received">When the desk first heard of it.</param>
public sealed record EmergencyCase(Bytes32 Hash, DateTimeOffset Received)
{
    /// <summary>What the household says; null while only the hash is known, or where it is sealed to other workers.</summary>
    public EmergencyContent? Content { get; init; }

    /// <summary>Whether it was opened, and the household's gateway did not sign it or it is malformed.</summary>
    public bool IsForged { get; init; }

    /// <summary>Empty until it was verified.</summary>
    public IReadOnlyList<EmergencyCheck> Checks { get; init; } = [];

    /// <summary>Whether its hash is on the chain.</summary>
    public bool IsPosted { get; init; }

    public Address? AcknowledgedBy { get; init; }

    public Address? ResolvedBy { get; init; }

    /// <summary>Whether everything that was checked holds.</summary>
    public bool IsVerified => Checks.Count > 0 && Checks.All(check => check.Holds);
}
