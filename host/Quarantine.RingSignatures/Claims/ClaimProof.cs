using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Claims;

/// <summary>
/// A household's proof that a tag is its own, for an appeal: knowledge of one x with P = xG and G - eps T = xT (Chaum and Pedersen, 1992,
/// made non-interactive by Fiat-Shamir). It cannot be used to deny a tag.
/// </summary>
/// <param name="Challenge">e.</param>
/// <param name="Response">s = k + e x mod N.</param>
public readonly record struct ClaimProof(Bytes32 Challenge, Bytes32 Response)
{
    /// <summary>Length in bytes of the encoding.</summary>
    public const int EncodedLength = 1 + 32 + 32;

    private const byte Version = 1;

    /// <summary>Reads <c>01 || e || s</c>; false for any other version or length.</summary>
    public static bool TryParse(ReadOnlySpan<byte> encoded, out ClaimProof proof)
    {
        var hasForm = encoded.Length == EncodedLength && encoded[0] == Version;
        proof = hasForm ? new ClaimProof(new Bytes32(encoded.Slice(1, 32)), new Bytes32(encoded.Slice(33, 32))) : default;
        return hasForm;
    }

    /// <summary>The encoding that <see cref="TryParse"/> reads.</summary>
    public byte[] ToArray()
    {
        var encoded = new byte[EncodedLength];
        encoded[0] = Version;
        Challenge.CopyTo(encoded.AsSpan(1));
        Response.CopyTo(encoded.AsSpan(33));
        return encoded;
    }

    /// <summary>
    /// Whether the owner of <paramref name="key"/> made <paramref name="tag"/> in <paramref name="scope"/>, and claims it for
    /// <paramref name="purpose"/>: the hash of the appeal that it belongs to.
    /// </summary>
    public bool Verify(RingPublicKey key, Scope scope, Tag tag, Bytes32 purpose)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (key == default || !tag.IsInRange() || !PublicScalar.TryReadPositive(Challenge, out var e) || !PublicScalar.TryReadPositive(Response, out var s))
        {
            return false;
        }

        Span<byte> p = stackalloc byte[Secp256k1.PointLength];
        Span<byte> t = stackalloc byte[Secp256k1.PointLength];
        Span<byte> q = stackalloc byte[Secp256k1.PointLength];
        Span<byte> g = stackalloc byte[Secp256k1.PointLength];
        Span<byte> r1 = stackalloc byte[Secp256k1.PointLength];
        Span<byte> r2 = stackalloc byte[Secp256k1.PointLength];
        key.CopyPointTo(p);
        Secp256k1.TryCreatePublicKey(PublicScalar.One.ToWord().ToArray(), g);

        // Q = G - eps T; R1 = sG - eP; R2 = sT - eQ.
        return TryLift(tag, t)
            && TryCombine(PublicScalar.One, g, -scope.Epsilon(), t, q)
            && TryCombine(s, g, -e, p, r1)
            && TryCombine(s, t, -e, q, r2)
            && ClaimTranscript.Challenge(key, scope, tag, purpose, r1, r2) == e;
    }

    private static bool TryLift(Tag tag, Span<byte> point)
    {
        Span<byte> compressed = stackalloc byte[33];
        compressed[0] = (byte)(2 + tag.Parity);
        tag.X.CopyTo(compressed[1..]);
        return Secp256k1.TryDecompress(compressed, point);
    }

    /// <summary>sum = a left + b right; all of it public.</summary>
    private static bool TryCombine(PublicScalar a, ReadOnlySpan<byte> left, PublicScalar b, ReadOnlySpan<byte> right, Span<byte> sum)
    {
        Span<byte> first = stackalloc byte[Secp256k1.PointLength];
        Span<byte> second = stackalloc byte[Secp256k1.PointLength];
        Span<byte> scalar = stackalloc byte[Secp256k1.ScalarLength];
        left.CopyTo(first);
        right.CopyTo(second);
        a.CopyTo(scalar);
        var multiplied = Secp256k1.TryMultiply(first, scalar);
        b.CopyTo(scalar);
        return multiplied && Secp256k1.TryMultiply(second, scalar) && Secp256k1.TryAdd(first, second, sum);
    }
}
