using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Chain.Registry;

/// <summary>The house number in force of a gateway, as the registry has it.</summary>
/// <param name="HouseNumber">The latest that was issued.</param>
/// <param name="Revoked">Whether an officer revoked it.</param>
public sealed record HouseNumberRecord(VirtualHouseNumber HouseNumber, bool Revoked);
