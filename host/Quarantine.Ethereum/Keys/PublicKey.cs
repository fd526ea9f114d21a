using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keys;

/// <summary>A point of secp256k1, never the point at infinity: 64 bytes, x then y, big-endian.</summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = Secp256k1.PointLength;

    private PublicKey(ReadOnlySpan<byte> point)
    {
        X = new Bytes32(point[..32]);
        Y = new Bytes32(point[32..]);
        Span<byte> hash = stackalloc byte[Bytes32.Length];
        Keccak256.Hash(point, hash);
        Address = new Address(hash[12..]);
    }

    public Bytes32 X { get; }

    public Bytes32 Y { get; }

    /// <summary>The low 20 bytes of keccak256(x || y) (Yellow Paper, appendix F).</summary>
    public Address Address { get; }

    /// <summary>
    /// Reads a point: 64 bytes x, y, or the 65-byte uncompressed or 33-byte compressed form of SEC 1, 2.3.4; false where it is not on the curve.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PublicKey? key)
    {
        Span<byte> point = stackalloc byte[Length];
        key = null;
        if (bytes.Length == Length ? !Secp256k1.IsPoint(bytes) : !Secp256k1.TryDecompress(bytes, point))
        {
            return false;
        }

        key = new PublicKey(bytes.Length == Length ? bytes : point);
        return true;
    }

    /// <summary>Reads the point x, y; false where it is not on the curve.</summary>
    public static bool TryCreate(Bytes32 x, Bytes32 y, [NotNullWhen(true)] out PublicKey? key)
    {
        Span<byte> point = stackalloc byte[Length];
        x.CopyTo(point);
        y.CopyTo(point[32..]);
        return TryParse(point, out key);
    }

    /// <summary>Reads the hexadecimal text of one of the forms of <see cref="TryParse(ReadOnlySpan{byte}, out PublicKey?)"/>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PublicKey? key)
    {
        key = null;
        return text?.Length <= 132 && Hex.TryDecode(text, out byte[]? bytes) && TryParse(bytes, out key);
    }

    /// <summary>Writes the 64 bytes x, y to the start of <paramref name="destination"/>.</summary>
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

    public bool Equals(PublicKey? other) => other is not null && X == other.X && Y == other.Y;

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode() => X.GetHashCode();

    /// <summary><c>0x</c> and 128 digits, x then y.</summary>
    public override string ToString() => Hex.Encode(ToArray());

    /// <summary>For points that libsecp256k1 made.</summary>
    internal static PublicKey FromPoint(ReadOnlySpan<byte> point) => new(point);
}
