using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Quarantine.Ethereum.Primitives;

/// <summary>An EVM word: 32 bytes, big-endian where it is read as a number.</summary>
public readonly struct Bytes32 : IEquatable<Bytes32>, IComparable<Bytes32>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    /// <summary>Copies <paramref name="bytes"/>, which must be exactly 32 bytes long.</summary>
    public Bytes32(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A word has 32 bytes, not {bytes.Length}.", nameof(bytes));
        }

        _a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    private Bytes32(ulong a, ulong b, ulong c, ulong d) => (_a, _b, _c, _d) = (a, b, c, d);

    /// <summary>Thirty-two zero bytes.</summary>
    public static Bytes32 Zero => default;

    public bool IsZero => (_a | _b | _c | _d) == 0;

    public static bool operator ==(Bytes32 left, Bytes32 right) => left.Equals(right);

    public static bool operator !=(Bytes32 left, Bytes32 right) => !left.Equals(right);

    public static bool operator <(Bytes32 left, Bytes32 right) => left.CompareTo(right) < 0;

    public static bool operator >(Bytes32 left, Bytes32 right) => left.CompareTo(right) > 0;

    public static bool operator <=(Bytes32 left, Bytes32 right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Bytes32 left, Bytes32 right) => left.CompareTo(right) >= 0;

    /// <summary>The word that holds <paramref name="value"/> as uint64.</summary>
    public static Bytes32 FromUInt64(ulong value) => new(0, 0, 0, value);

    /// <summary>The word that holds <paramref name="value"/> as uint256; negative or larger values throw.</summary>
    public static Bytes32 FromBigInteger(BigInteger value)
    {
        if (value.Sign < 0 || value.GetByteCount(isUnsigned: true) > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "The value does not fit uint256.");
        }

        Span<byte> word = stackalloc byte[Length];
        var size = value.GetByteCount(isUnsigned: true);
        value.TryWriteBytes(word[(Length - size)..], out _, isUnsigned: true, isBigEndian: true);
        return new Bytes32(word);
    }

    /// <summary>Reads 64 hexadecimal digits, with or without <c>0x</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Bytes32 value)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var ok = Hex.TryDecode(text, bytes);
        value = ok ? new Bytes32(bytes) : default;
        return ok;
    }

    /// <summary>As <see cref="TryParse"/>; throws <see cref="FormatException"/> where that returns false.</summary>
    public static Bytes32 Parse(string text) =>
        TryParse(text, out var value) ? value : throw new FormatException("Expected 64 hexadecimal digits.");

    /// <summary>Writes the 32 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The word read as uint256.</summary>
    public BigInteger ToBigInteger()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }

    public int CompareTo(Bytes32 other)
    {
        var a = _a.CompareTo(other._a);
        var b = a != 0 ? a : _b.CompareTo(other._b);
        var c = b != 0 ? b : _c.CompareTo(other._c);
        return c != 0 ? c : _d.CompareTo(other._d);
    }

    public bool Equals(Bytes32 other) =>
        _a == other._a && _b == other._b && _c == other._c && _d == other._d;

    public override bool Equals(object? obj) => obj is Bytes32 other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_a, _b, _c, _d);

    /// <summary><c>0x</c> and 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Hex.Encode(ToArray());
}
