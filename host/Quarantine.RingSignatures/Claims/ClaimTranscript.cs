using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Claims;

/// <summary>What a claim's challenge binds: the whole statement, so that no proof can be moved to another key, scope, tag or purpose.</summary>
internal static class ClaimTranscript
{
    /// <summary>
    /// e = keccak256(abi.encode(CLAIM_DOMAIN, chainId, contract, communityId, kind, slot, P.x, T.x, parity(T), purpose) || R1 || R2) mod N,
    /// points as x || y.
    /// </summary>
    internal static PublicScalar Challenge(
        RingPublicKey key, Scope scope, Tag tag, Bytes32 purpose, ReadOnlySpan<byte> r1, ReadOnlySpan<byte> r2)
    {
        ReadOnlySpan<Bytes32> words =
        [
            Domains.Claim,
            Bytes32.FromUInt64(scope.ChainId),
            scope.Contract.ToWord(),
            scope.CommunityId,
            Bytes32.FromUInt64(scope.Kind),
            Bytes32.FromUInt64(scope.Slot),
            key.X,
            tag.X,
            Bytes32.FromUInt64(tag.Parity),
            purpose,
        ];
        Span<byte> commitments = stackalloc byte[2 * Secp256k1.PointLength];
        r1.CopyTo(commitments);
        r2.CopyTo(commitments[Secp256k1.PointLength..]);
        return PublicScalar.Reduce(WordHash.Of(words, commitments));
    }
}
