using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Possession;

/// <summary>
/// A Schnorr proof that somebody has a ring key's secret, bound to a registration: without it a member could register a key made from
/// others' keys.
/// </summary>
/// <param name="Commitment">address(R), R = kG.</param>
/// <param name="Response">s = k + e x mod N, with e = keccak256(POP_DOMAIN || K || address(R)) mod N and K the registration's digest.</param>
public readonly record struct PossessionProof(Address Commitment, Bytes32 Response)
{
    /// <summary>
    /// ecr(N - s P.x, 27, P.x, N - e P.x) = address(R), which holds for sG - eP = R; 0 &lt; s &lt; N, and no zero address.
    /// </summary>
    public bool Verify(RingPublicKey key, Bytes32 registrationDigest)
    {
        if (!PublicScalar.TryReadPositive(Response, out var s) || Commitment.IsZero || key == default)
        {
            return false;
        }

        PublicScalar.TryRead(key.X, out var x);
        Span<byte> hash = stackalloc byte[32];
        Span<byte> signature = stackalloc byte[64];
        Span<byte> recovered = stackalloc byte[Address.Length];
        (-(s * x)).CopyTo(hash);
        key.X.CopyTo(signature);
        (-(Challenge(registrationDigest, Commitment) * x)).CopyTo(signature[32..]);
        return Secp256k1.TryRecoverAddress(hash, signature, 0, recovered) && new Address(recovered) == Commitment;
    }

    /// <summary>e = keccak256(POP_DOMAIN || K || address(R)) mod N: 84 bytes.</summary>
    internal static PublicScalar Challenge(Bytes32 registrationDigest, Address commitment)
    {
        Span<byte> input = stackalloc byte[32 + 32 + Address.Length];
        Domains.Possession.CopyTo(input);
        registrationDigest.CopyTo(input[32..]);
        commitment.CopyTo(input[64..]);
        return PublicScalar.Reduce(Keccak256.Hash(input));
    }
}
