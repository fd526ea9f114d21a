using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Chain.Contracts;

/// <summary>What admits one gateway to its community.</summary>
/// <param name="HouseNumber">The officer's certificate.</param>
/// <param name="Request">The gateway's keys and their proofs.</param>
public sealed record Admission(SignedHouseNumber HouseNumber, EnrolmentRequest Request);
