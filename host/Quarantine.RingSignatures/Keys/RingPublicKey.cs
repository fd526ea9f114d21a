using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Keys;

/// <summary>
/// A ring key: the x coordinate of P = xG with even y, as in BIP 340. Every value but <c>default</c> is on the curve and below N:
/// a key with x of N or more would make ecrecover fail, and whoever accepted the zero it then returns could be forged to.
/// </summary>
public readonly struct RingPublicKey : IEquatable<RingPublicKey>, IComparable<RingPublicKey>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private RingPublicKey(Bytes32 x) => X = x;

    /// <summary>The x coordinate.</summary>
    public Bytes32 X { get; }

    public static bool operator ==(RingPublicKey left, RingPublicKey right) => left.Equals(right);

    public static bool operator !=(RingPublicKey left, RingPublicKey right) => !left.Equals(right);

    public static bool operator <(RingPublicKey left, RingPublicKey right) => left.CompareTo(right) < 0;

    public static bool operator >(RingPublicKey left, RingPublicKey right) => left.CompareTo(right) > 0;

    public static bool operator <=(RingPublicKey left, RingPublicKey right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RingPublicKey left, RingPublicKey right) => left.CompareTo(right) >= 0;

    /// <summary>False unless 0 &lt; x &lt; N and x is the coordinate of a point.</summary>
    public static bool TryCreate(Bytes32 x, out RingPublicKey key)
    {
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        var valid = PublicScalar.TryReadPositive(x, out _) && TryLift(x, point);
        key = valid ? new RingPublicKey(x) : default;
        return valid;
    }

    /// <summary>As <see cref="TryCreate(Bytes32, out RingPublicKey)"/> from 32 bytes; false for any other length.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> x, out RingPublicKey key)
    {
        key = default;
        return x.Length == Length && TryCreate(new Bytes32(x), out key);
    }

    /// <summary>Writes x and the even y, 64 bytes.</summary>
    public void CopyPointTo(Span<byte> point)
    {
        if (!TryLift(X, point))
        {
            throw new InvalidOperationException("A ring key that was never set has no point.");
        }
    }

    public int CompareTo(RingPublicKey other) => X.CompareTo(other.X);

    public bool Equals(RingPublicKey other) => X == other.X;

    public override bool Equals(object? obj) => obj is RingPublicKey other && Equals(other);

    public override int GetHashCode() => X.GetHashCode();

    public override string ToString() => X.ToString();

    private static bool TryLift(Bytes32 x, Span<byte> point)
    {
        Span<byte> compressed = stackalloc byte[33];
        compressed[0] = 2;
        x.CopyTo(compressed[1..]);
        return Secp256k1.TryDecompress(compressed, point);
    }
}
