using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// Binds a gateway's ring and sealing keys to its account. Its digest K is signed by the account key and by the sealing key, and the ring
/// key proves its possession over it.
/// </summary>
public sealed record KeyRegistration(Bytes32 CommunityId, Address Gateway, Bytes32 RingX, Bytes32 SealingX, Bytes32 SealingY)
{
    private static readonly TypedDataType Type =
        new("KeyRegistration(bytes32 communityId,address gateway,bytes32 ringX,bytes32 sealingX,bytes32 sealingY)");

    /// <summary>K.</summary>
    public Bytes32 Digest(TypedDataDomain domain) =>
        domain.Digest(Type.Hash(CommunityId, TypedDataWord.Of(Gateway), RingX, SealingX, SealingY));
}
