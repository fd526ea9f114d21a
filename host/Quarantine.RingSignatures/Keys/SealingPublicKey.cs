using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Keys;

/// <summary>The point that messages to a relay or a worker are sealed to. Every value but <c>default</c> is on the curve.</summary>
public readonly struct SealingPublicKey : IEquatable<SealingPublicKey>
{
    /// <summary>Length in bytes: x, then y.</summary>
    public const int Length = Secp256k1.PointLength;

    /// <summary>Length of a registration's signature in bytes: r, s, v.</summary>
    public const int SignatureLength = Signature.Length;

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
    public bool VerifyRegistration(Bytes32 digest, ReadOnlySpan<byte> signature) =>
        Signature.TryParse(signature, out var parsed) && parsed.IsBy(Address, digest);

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
}
