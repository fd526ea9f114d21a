using System.Diagnostics.CodeAnalysis;
using System.Text;
using Quarantine.Ethereum.Cryptography;

namespace Quarantine.Ethereum.Primitives;

/// <summary>A 20-byte account or contract address; its text form carries the EIP-55 checksum.</summary>
public readonly struct Address : IEquatable<Address>, IComparable<Address>
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 20;

    private readonly Bytes32 _word;

    /// <summary>Copies <paramref name="bytes"/>, which must be exactly 20 bytes long.</summary>
    public Address(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"An address has 20 bytes, not {bytes.Length}.", nameof(bytes));
        }

        Span<byte> word = stackalloc byte[Bytes32.Length];
        bytes.CopyTo(word[12..]);
        _word = new Bytes32(word);
    }

    public static Address Zero => default;

    public bool IsZero => _word.IsZero;

    public static bool operator ==(Address left, Address right) => left.Equals(right);

    public static bool operator !=(Address left, Address right) => !left.Equals(right);

    public static bool operator <(Address left, Address right) => left.CompareTo(right) < 0;

    public static bool operator >(Address left, Address right) => left.CompareTo(right) > 0;

    public static bool operator <=(Address left, Address right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Address left, Address right) => left.CompareTo(right) >= 0;

    /// <summary>
    /// Reads 40 hexadecimal digits, with or without <c>0x</c>. Digits in mixed case must carry the right checksum (EIP-55).
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Address value)
    {
        Span<byte> bytes = stackalloc byte[Length];
        value = default;
        if (!Hex.TryDecode(text, bytes))
        {
            return false;
        }

        value = new Address(bytes);
        var digits = text!.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text[2..] : text;
        var mixed = digits.Any(char.IsAsciiLetterUpper) && digits.Any(char.IsAsciiLetterLower);
        return !mixed || value.ToString().AsSpan(2).SequenceEqual(digits);
    }

    /// <summary>As <see cref="TryParse"/>; throws <see cref="FormatException"/> where that returns false.</summary>
    public static Address Parse(string text) =>
        TryParse(text, out var value)
            ? value
            : throw new FormatException("Expected an address: 0x and 40 hexadecimal digits, with a right checksum where the case is mixed.");

    /// <summary>The address that the low 20 bytes of an ABI word hold; false where the high 12 bytes are not zero.</summary>
    public static bool TryFromWord(Bytes32 word, out Address value)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        word.CopyTo(bytes);
        value = new Address(bytes[12..]);
        return bytes[..12].IndexOfAnyExcept((byte)0) < 0;
    }

    /// <summary>Left-padded to an ABI word.</summary>
    public Bytes32 ToWord() => _word;

    /// <summary>Writes the 20 bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        Span<byte> word = stackalloc byte[Bytes32.Length];
        _word.CopyTo(word);
        word[12..].CopyTo(destination);
    }

    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    public int CompareTo(Address other) => _word.CompareTo(other._word);

    public bool Equals(Address other) => _word.Equals(other._word);

    public override bool Equals(object? obj) => obj is Address other && Equals(other);

    public override int GetHashCode() => _word.GetHashCode();

    /// <summary><c>0x</c> and 40 digits with the EIP-55 checksum.</summary>
    public override string ToString()
    {
        Span<char> digits = stackalloc char[Length * 2];
        Span<byte> ascii = stackalloc byte[Length * 2];
        Convert.TryToHexStringLower(ToArray(), digits, out _);
        Encoding.ASCII.GetBytes(digits, ascii);
        Span<byte> hash = stackalloc byte[Bytes32.Length];
        Keccak256.Hash(ascii, hash);
        for (var i = 0; i < digits.Length; i++)
        {
            var nibble = i % 2 == 0 ? hash[i / 2] >> 4 : hash[i / 2] & 15;
            digits[i] = nibble >= 8 ? char.ToUpperInvariant(digits[i]) : digits[i];
        }

        return string.Concat("0x", digits);
    }
}
