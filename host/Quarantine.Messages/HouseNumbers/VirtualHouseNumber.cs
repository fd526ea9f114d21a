using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>
/// An officer's certificate: this blockchain address is a gateway of this community (paper, 3.1). Signed as EIP-712 typed data.
/// </summary>
/// <param name="CommunityId">The community.</param>
/// <param name="Gateway">Address of the gateway's account key.</param>
/// <param name="IssuedAt">Unix seconds; of two, the later replaces the earlier.</param>
/// <param name="ExpiresAt">The release date, Unix seconds, on a slot's border.</param>
public sealed record VirtualHouseNumber(Bytes32 CommunityId, Address Gateway, ulong IssuedAt, ulong ExpiresAt)
{
    private static readonly TypedDataType Type =
        new("VirtualHouseNumber(bytes32 communityId,address gateway,uint64 issuedAt,uint64 expiresAt)");

    /// <summary>What the officer signs.</summary>
    public Bytes32 Digest(TypedDataDomain domain) =>
        domain.Digest(Type.Hash(CommunityId, TypedDataWord.Of(Gateway), TypedDataWord.Of(IssuedAt), TypedDataWord.Of(ExpiresAt)));

    /// <summary>Whether the quarantine has ended at <paramref name="now"/>.</summary>
    public bool IsExpiredAt(DateTimeOffset now) => (ulong)Math.Max(0, now.ToUnixTimeSeconds()) >= ExpiresAt;

    /// <summary>Signs with an officer's key.</summary>
    public SignedHouseNumber Sign(TypedDataDomain domain, PrivateKey officer) => new(this, officer.Sign(Digest(domain)));
}
