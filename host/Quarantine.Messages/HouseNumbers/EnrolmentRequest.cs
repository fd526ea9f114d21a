using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// What a gateway shows to be enrolled: its keys, and the proofs that it has them. All proofs are over the registration's digest K.
/// </summary>
/// <param name="Registration">The keys.</param>
/// <param name="AccountSignature">By the account key.</param>
/// <param name="SealingSignature">By the sealing key.</param>
/// <param name="PossessionCommitment">address(R) of the ring key's proof of possession.</param>
/// <param name="PossessionResponse">s of the ring key's proof of possession.</param>
public sealed record EnrolmentRequest(
    KeyRegistration Registration,
    Signature AccountSignature,
    Signature SealingSignature,
    Address PossessionCommitment,
    Bytes32 PossessionResponse)
{
    /// <summary>Whether the account and sealing keys signed. The ring key's proof is <c>PossessionProof</c>'s to verify.</summary>
    public bool AreSignaturesValid(TypedDataDomain domain)
    {
        var digest = Registration.Digest(domain);
        return AccountSignature.IsBy(Registration.Gateway, digest)
            && PublicKey.TryCreate(Registration.SealingX, Registration.SealingY, out var sealing)
            && SealingSignature.IsBy(sealing.Address, digest);
    }
}
