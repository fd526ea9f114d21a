using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Keys;

/// <summary>The point that messages to a relay or a worker are sealed to. Every value but <c>default</c> is on the curve.</summary>
public readonly struct SealingPublicKey : IEquatable<SealingPublicKey>
{
    /// <summary>Length in bytes: x, then y.</summary>
    public const int Length = Secp256k1.PointLength;

    /// <summary>Length of a registration's signature in bytes: r, s, v.</summary>
    public const int SignatureLength = 65;

    private SealingPublicKey(Bytes32 x, Bytes32 y) => (X, Y) = (x, y);

    public Bytes32 X { get; }

    public Bytes32 Y { get; }

    /// <summary>The last 20 bytes of keccak256(x || y).</summary>
    public Address Address
    {
        get
        {
            Span<byte> point = stackalloc byte[Length];
            Span<byte> digest = stackalloc byte[Bytes32.Length];
            CopyTo(point);
            Keccak256.Hash(point, digest);
            return new Address(digest[12..]);
        }
    }

    public static bool operator ==(SealingPublicKey left, SealingPublicKey right) => left.Equals(right);

    public static bool operator !=(SealingPublicKey left, SealingPublicKey right) => !left.Equals(right);

    /// <summary>False unless x, y is a point of the curve.</summary>
    public static bool TryCreate(Bytes32 x, Bytes32 y, out SealingPublicKey key)
    {
        key = new SealingPublicKey(x, y);
        Span<byte> point = stackalloc byte[Length];
        key.CopyTo(point);
        var valid = Secp256k1.IsPoint(point);
        key = valid ? key : default;
        return valid;
    }

    /// <summary>As <see cref="TryCreate(Bytes32, Bytes32, out SealingPublicKey)"/> from 64 bytes; false for any other length.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> point, out SealingPublicKey key)
    {
        key = default;
        return point.Length == Length && TryCreate(new Bytes32(point[..32]), new Bytes32(point[32..]), out key);
    }

    /// <summary>
    /// Whether <paramref name="signature"/> (r, s, v; v 27 or 28; s at most N/2, as the registry demands) is this key's on
    /// <paramref name="digest"/>: its proof of possession at registration.
    /// </summary>
    public bool VerifyRegistration(Bytes32 digest, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != SignatureLength || signature[64] is not (27 or 28) || IsHigh(signature.Slice(32, 32)))
        {
            return false;
        }

        Span<byte> word = stackalloc byte[Bytes32.Length];
        Span<byte> expected = stackalloc byte[Length];
        Span<byte> recovered = stackalloc byte[Length];
        digest.CopyTo(word);
        CopyTo(expected);
        return Secp256k1.TryRecover(word, signature[..64], signature[64] - 27, recovered) && recovered.SequenceEqual(expected);
    }

    /// <summary>Writes x, then y, to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        X.CopyTo(destination);
        Y.CopyTo(destination[32..]);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public bool Equals(SealingPublicKey other) => X == other.X && Y == other.Y;

    public override bool Equals(object? obj) => obj is SealingPublicKey other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(X, Y);

    public override string ToString() => Hex.Encode(ToArray());

    /// <summary>Whether s is above N/2: the other of the two s that verify (EIP-2).</summary>
    private static bool IsHigh(ReadOnlySpan<byte> s) =>
        s.SequenceCompareTo((ReadOnlySpan<byte>)
        [
            0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0x5D, 0x57, 0x6E, 0x73, 0x57, 0xA4, 0x50, 0x1D, 0xDF, 0xE9, 0x2F, 0x46, 0x68, 0x1B, 0x20, 0xA0,
        ]) > 0;
}
