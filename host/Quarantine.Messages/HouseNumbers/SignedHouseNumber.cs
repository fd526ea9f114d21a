using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>A virtual house number and an officer's signature on it.</summary>
/// <param name="HouseNumber">The certificate.</param>
/// <param name="OfficerSignature">Not yet verified.</param>
public sealed record SignedHouseNumber(VirtualHouseNumber HouseNumber, Signature OfficerSignature)
{
    /// <summary>The account that signed; false where the signature is none. Whether it is an officer's, the registry tells.</summary>
    public bool TryRecoverOfficer(TypedDataDomain domain, out Address officer) =>
        OfficerSignature.TryRecoverAddress(HouseNumber.Digest(domain), out officer);
}
