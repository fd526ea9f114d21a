using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Rlp;

/// <summary>
/// Reads Recursive Length Prefix items one after the other, and only in their canonical form: shortest header, no leading zero in a number.
/// After a method returned false the reader must not be used further. Never throws, whatever the bytes.
/// </summary>
public ref struct RlpReader
{
    private const int LongestShort = 55;

    private ReadOnlySpan<byte> _rest;

    public RlpReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Whether every byte was read.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>Whether the next item is a list.</summary>
    public readonly bool IsAtList => !_rest.IsEmpty && _rest[0] >= 0xC0;

    /// <summary>Reads a byte string.</summary>
    public bool TryReadBytes(scoped out ReadOnlySpan<byte> bytes)
    {
        if (!_rest.IsEmpty && _rest[0] < 0x80)
        {
            bytes = _rest[..1];
            _rest = _rest[1..];
            return true;
        }

        return TryReadItem(0x80, out bytes) && (bytes.Length != 1 || bytes[0] >= 0x80);
    }

    /// <summary>Reads a list; its items are read with <paramref name="items"/>.</summary>
    public bool TryReadList(scoped out RlpReader items)
    {
        var ok = TryReadItem(0xC0, out var content);
        items = new RlpReader(content);
        return ok;
    }

    /// <summary>Reads an unsigned number below 2^64.</summary>
    public bool TryReadUInt64(out ulong value)
    {
        value = 0;
        if (!TryReadBytes(out var bytes) || bytes.Length > sizeof(ulong) || (!bytes.IsEmpty && bytes[0] == 0))
        {
            return false;
        }

        foreach (var digit in bytes)
        {
            value = (value << 8) | digit;
        }

        return true;
    }

    /// <summary>Reads an unsigned number below 2^256.</summary>
    public bool TryReadUInt256(out BigInteger value)
    {
        var ok = TryReadBytes(out var bytes) && bytes.Length <= Bytes32.Length && (bytes.IsEmpty || bytes[0] != 0);
        value = ok ? new BigInteger(bytes, isUnsigned: true, isBigEndian: true) : default;
        return ok;
    }

    /// <summary>Reads a string of exactly 32 bytes.</summary>
    public bool TryReadBytes32(out Bytes32 value)
    {
        var ok = TryReadBytes(out var bytes) && bytes.Length == Bytes32.Length;
        value = ok ? new Bytes32(bytes) : default;
        return ok;
    }

    /// <summary>Reads a string of exactly 20 bytes.</summary>
    public bool TryReadAddress(out Address value)
    {
        var ok = TryReadBytes(out var bytes) && bytes.Length == Address.Length;
        value = ok ? new Address(bytes) : default;
        return ok;
    }

    private bool TryReadItem(byte kind, scoped out ReadOnlySpan<byte> content)
    {
        content = default;
        if (_rest.IsEmpty || _rest[0] < kind || _rest[0] - kind >= 0x40 || !TryReadLength(_rest[0] - kind, out var length))
        {
            return false;
        }

        content = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    /// <summary>Consumes the header; the content then lies at the start of what remains.</summary>
    private bool TryReadLength(int code, out int length)
    {
        length = code;
        var digits = code - LongestShort;
        if (digits > 0 && !TryReadLongLength(digits, out length))
        {
            return false;
        }

        _rest = _rest[(1 + Math.Max(digits, 0))..];
        return length <= _rest.Length;
    }

    private readonly bool TryReadLongLength(int digits, out int length)
    {
        length = 0;
        if (digits >= _rest.Length || _rest[1] == 0)
        {
            return false;
        }

        ulong value = 0;
        foreach (var digit in _rest.Slice(1, digits))
        {
            value = (value << 8) | digit;
        }

        length = (int)Math.Min(value, int.MaxValue);
        return value is > LongestShort and < int.MaxValue;
    }
}
