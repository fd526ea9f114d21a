using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>
/// The ring's equations, with ecr(h, v, r, s) the address of r⁻¹(sR - hG), R.x = r, the parity of R.y by v. Keys are taken in the order
/// given. Nothing here allocates.
/// </summary>
/// <remarks>
/// These are for fixed vectors and for <see cref="LsagSigner"/> and <see cref="LsagVerifier"/>, which add what makes them safe to use:
/// nonces, and the checks of sizes and ranges that do not follow from the equations.
/// </remarks>
internal static class LsagEquations
{
    private const int PairLength = 2 * Secp256k1.AddressLength;
    private const int LinkLength = Bytes32.Length + PairLength;

    /// <summary>Whether the ring closes: c_n = c_0, every c_i in 1..N-1 and every recovery a point.</summary>
    internal static bool Closes(in LsagContext context, ReadOnlySpan<RingPublicKey> keys, Bytes32 c0, ReadOnlySpan<Bytes32> z)
    {
        RequireShape(keys, z);
        return TryWalk(context, keys, z, 0, keys.Length, c0, out var last) && last == c0;
    }

    /// <summary>
    /// Fills in z_s and finds c_0, given all other z_i and the nonce beta in 1..N-1. False where a challenge or z_s falls outside 1..N-1
    /// (about once in 2^127), or where the own step does not verify; nothing of the attempt is left then.
    /// </summary>
    /// <remarks>
    /// beta must be fresh, secret, and made together with every z_i: one beta under two messages, or a deterministic beta beside random
    /// z_i, gives the ring key away.
    /// </remarks>
    internal static bool TryClose(
        in LsagContext context, ReadOnlySpan<RingPublicKey> keys, int position, TagSecret secret, ReadOnlySpan<byte> beta, Span<Bytes32> z, out Bytes32 c0)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)position, (uint)keys.Length, nameof(position));
        ArgumentOutOfRangeException.ThrowIfNotEqual(beta.Length, Secp256k1.ScalarLength, nameof(beta));
        RequireShape(keys, z);
        if (TryCloseFrom(context, keys, position, secret, beta, z, out c0))
        {
            return true;
        }

        (c0, z[position]) = (default, default);
        return false;
    }

    /// <summary>c_{s+1} from the nonce, then round the ring to c_0 and on to c_s; the own step once more, by the verifier's equations.</summary>
    private static bool TryCloseFrom(
        in LsagContext context, ReadOnlySpan<RingPublicKey> keys, int position, TagSecret secret, ReadOnlySpan<byte> beta, Span<Bytes32> z, out Bytes32 c0)
    {
        c0 = default;
        Span<byte> own = stackalloc byte[PairLength];
        Span<byte> checkedOwn = stackalloc byte[PairLength];
        return TryCommitOwn(keys[position], secret, beta, own)
            && TryWalk(context, keys, z, position + 1, keys.Length, Challenge(context.Message, own), out c0)
            && TryWalk(context, keys, z, 0, position, c0, out var challenge)
            && TryRespond(challenge, beta, secret, out z[position])
            && TryCommit(context, keys[position], challenge, z[position], checkedOwn)
            && own.SequenceEqual(checkedOwn);
    }

    /// <summary>A ring without members would close on anything.</summary>
    private static void RequireShape(ReadOnlySpan<RingPublicKey> keys, ReadOnlySpan<Bytes32> z)
    {
        if (keys.IsEmpty)
        {
            throw new ArgumentException("A ring has at least one key.", nameof(keys));
        }

        if (keys.Length != z.Length)
        {
            throw new ArgumentException("There must be one response a key.", nameof(z));
        }
    }

    private static bool TryWalk(
        in LsagContext context, ReadOnlySpan<RingPublicKey> keys, ReadOnlySpan<Bytes32> z, int from, int to, Bytes32 first, out Bytes32 challenge)
    {
        Span<byte> pair = stackalloc byte[PairLength];
        challenge = first;
        for (var i = from; i < to; i++)
        {
            if (!TryCommit(context, keys[i], challenge, z[i], pair))
            {
                return false;
            }

            challenge = Challenge(context.Message, pair);
        }

        return true;
    }

    /// <summary>A_i = ecr(z_i eps - c_i mod N, 27, P_i.x, N - z_i), B_i = ecr(z_i, 27 + parity, T.x, c_i).</summary>
    private static bool TryCommit(in LsagContext context, RingPublicKey key, Bytes32 challenge, Bytes32 response, Span<byte> pair)
    {
        if (!PublicScalar.TryReadPositive(challenge, out var c) || !PublicScalar.TryReadPositive(response, out var z))
        {
            return false;
        }

        Span<byte> hash = stackalloc byte[32];
        Span<byte> signature = stackalloc byte[64];
        ((z * context.Epsilon) - c).CopyTo(hash);
        key.X.CopyTo(signature);
        (-z).CopyTo(signature[32..]);
        if (!Secp256k1.TryRecoverAddress(hash, signature, 0, pair[..Secp256k1.AddressLength]))
        {
            return false;
        }

        response.CopyTo(hash);
        context.Tag.X.CopyTo(signature);
        challenge.CopyTo(signature[32..]);
        return Secp256k1.TryRecoverAddress(hash, signature, context.Tag.Parity, pair[Secp256k1.AddressLength..]);
    }

    /// <summary>A_s = address((beta/P_s.x) G), B_s = address((beta y/T.x) G): multiples of G alone, which libsecp256k1 makes in constant time.</summary>
    private static bool TryCommitOwn(RingPublicKey key, TagSecret secret, ReadOnlySpan<byte> beta, Span<byte> pair)
    {
        Span<byte> scalar = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> factor = stackalloc byte[Secp256k1.ScalarLength];
        PublicScalar.TryRead(key.X, out var px);
        PublicScalar.TryRead(secret.Tag.X, out var tx);
        var inverse = PublicScalar.Invert(px * tx);

        (inverse * tx).CopyTo(factor);
        beta.CopyTo(scalar);
        var made = Secp256k1.TrySecretMultiply(scalar, factor)
            && Secp256k1.TryCreateAddress(scalar, pair[..Secp256k1.AddressLength]);

        (inverse * px).CopyTo(factor);
        beta.CopyTo(scalar);
        made = made
            && Secp256k1.TrySecretMultiply(scalar, factor)
            && Secp256k1.TrySecretMultiply(scalar, secret.Y)
            && Secp256k1.TryCreateAddress(scalar, pair[Secp256k1.AddressLength..]);
        CryptographicOperations.ZeroMemory(scalar);
        return made;
    }

    /// <summary>z_s = (c_s - beta) y mod N.</summary>
    private static bool TryRespond(Bytes32 challenge, ReadOnlySpan<byte> beta, TagSecret secret, out Bytes32 response)
    {
        Span<byte> scalar = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> c = stackalloc byte[Bytes32.Length];
        challenge.CopyTo(c);
        beta.CopyTo(scalar);
        var made = Secp256k1.TrySecretNegate(scalar)
            && Secp256k1.TrySecretAdd(scalar, c)
            && Secp256k1.TrySecretMultiply(scalar, secret.Y);
        response = made ? new Bytes32(scalar) : default;
        CryptographicOperations.ZeroMemory(scalar);
        return made;
    }

    /// <summary>c_{i+1} = keccak256(M || A_i || B_i), 72 bytes.</summary>
    private static Bytes32 Challenge(Bytes32 message, ReadOnlySpan<byte> pair)
    {
        Span<byte> link = stackalloc byte[LinkLength];
        message.CopyTo(link);
        pair.CopyTo(link[Bytes32.Length..]);
        return Keccak256.Hash(link);
    }
}
