using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Scopes;

/// <summary>
/// What a tag is unique within. It names the community, never the ring: two rings that share a member must give that member one tag.
/// </summary>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="Contract">The policy's address.</param>
/// <param name="CommunityId">The community in the registry.</param>
/// <param name="Kind">0 Daily, 1 Alert.</param>
/// <param name="Slot">Number of the reporting interval.</param>
public sealed record Scope(ulong ChainId, Address Contract, Bytes32 CommunityId, byte Kind, ulong Slot)
{
    /// <summary>eps = keccak256(abi.encode(TAG_DOMAIN, chainId, contract, communityId, kind, slot)) mod N.</summary>
    public PublicScalar Epsilon() => EpsilonUnder(Domains.Tag);

    /// <summary>As <see cref="Epsilon"/> under another domain tag, for vectors that were made under one.</summary>
    internal PublicScalar EpsilonUnder(Bytes32 tagDomain) => PublicScalar.Reduce(WordHash.Of(
        tagDomain,
        Bytes32.FromUInt64(ChainId),
        Contract.ToWord(),
        CommunityId,
        Bytes32.FromUInt64(Kind),
        Bytes32.FromUInt64(Slot)));
}
