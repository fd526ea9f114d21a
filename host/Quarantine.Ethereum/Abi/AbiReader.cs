using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text.Unicode;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>
/// Reads the components of one ABI-encoded tuple in order, as <see cref="AbiWriter"/> wrote them. Never throws, whatever the bytes.
/// </summary>
/// <remarks>
/// <para>Accepts only the one encoding that Solidity, Vyper and <see cref="AbiWriter"/> produce: padding is zero, numbers fit their type, tails
/// lie one behind the other without gap or overlap. Overlapping tails are how a few hostile bytes expand into gigabytes. Every length is
/// checked against the bytes that are there before anything is allocated.</para>
/// <para>A static struct is read field by field; a dynamic one by <see cref="TryReadTuple"/>. After a method returned false the reader must not
/// be used further.</para>
/// </remarks>
/// <example><c>AbiReader.TryDecode(data, (ref r, out value) => r.TryReadUInt64(out value), out ulong slot)</c></example>
public ref struct AbiReader
{
    private const int Word = Bytes32.Length;

    private readonly ReadOnlySpan<byte> _tuple;
    private int _head;
    private int _firstTail;
    private int _nextTail;

    private AbiReader(ReadOnlySpan<byte> tuple) => _tuple = tuple;

    private readonly int End => _firstTail == 0 ? _head : _nextTail;

    /// <summary>Decodes the whole of <paramref name="data"/>; false where bytes are missing, wrong or left over.</summary>
    public static bool TryDecode<T>(ReadOnlySpan<byte> data, AbiDecoder<T> decode, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(decode);
        var reader = new AbiReader(data);
        if (decode(ref reader, out value) && reader.IsComplete && reader.End == data.Length)
        {
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>bytes32, or any other static type as its word.</summary>
    public bool TryReadBytes32(out Bytes32 value)
    {
        var ok = TryReadWord(out var word);
        value = ok ? new Bytes32(word) : default;
        return ok;
    }

    /// <summary>bytesN: fills <paramref name="destination"/> (1 to 32 bytes); what is behind must be zero.</summary>
    public bool TryReadFixedBytes(Span<byte> destination)
    {
        if (destination.Length is 0 or > Word)
        {
            throw new ArgumentException("bytesN has 1 to 32 bytes.", nameof(destination));
        }

        if (!TryReadWord(out var word) || word[destination.Length..].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        word[..destination.Length].CopyTo(destination);
        return true;
    }

    /// <summary>address or a contract type.</summary>
    public bool TryReadAddress(out Address value)
    {
        value = default;
        return TryReadBytes32(out var word) && Address.TryFromWord(word, out value);
    }

    /// <summary>bool.</summary>
    public bool TryReadBool(out bool value)
    {
        var ok = TryReadUnsigned(1, out var number);
        value = number == 1;
        return ok;
    }

    /// <summary>uint8; an enum's value is the caller's to check.</summary>
    public bool TryReadUInt8(out byte value)
    {
        var ok = TryReadUnsigned(byte.MaxValue, out var number);
        value = (byte)number;
        return ok;
    }

    /// <summary>uint16.</summary>
    public bool TryReadUInt16(out ushort value)
    {
        var ok = TryReadUnsigned(ushort.MaxValue, out var number);
        value = (ushort)number;
        return ok;
    }

    /// <summary>uint32.</summary>
    public bool TryReadUInt32(out uint value)
    {
        var ok = TryReadUnsigned(uint.MaxValue, out var number);
        value = (uint)number;
        return ok;
    }

    /// <summary>uint64.</summary>
    public bool TryReadUInt64(out ulong value) => TryReadUnsigned(ulong.MaxValue, out value);

    /// <summary>uint256.</summary>
    public bool TryReadUInt256(out BigInteger value) => TryReadUInt(256, out value);

    /// <summary>uintN.</summary>
    public bool TryReadUInt(int bits, out BigInteger value)
    {
        var ok = TryReadWord(out var word);
        value = ok ? new BigInteger(word, isUnsigned: true, isBigEndian: true) : default;
        return ok && value.GetBitLength() <= bits;
    }

    /// <summary>int64.</summary>
    public bool TryReadInt64(out long value)
    {
        var ok = TryReadInt(64, out var number);
        value = ok ? (long)number : 0;
        return ok;
    }

    /// <summary>int32.</summary>
    public bool TryReadInt32(out int value)
    {
        var ok = TryReadInt(32, out var number);
        value = ok ? (int)number : 0;
        return ok;
    }

    /// <summary>intN: the bits above N must equal the sign.</summary>
    public bool TryReadInt(int bits, out BigInteger value)
    {
        var ok = TryReadWord(out var word);
        value = ok ? new BigInteger(word, isUnsigned: false, isBigEndian: true) : default;
        return ok && value.GetBitLength() < bits;
    }

    /// <summary>bytes; the span lies in the data that is decoded.</summary>
    public bool TryReadBytes(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryOpenTail(out var tail) || !TryReadLength(tail, out var length) || length > tail.Length - Word)
        {
            return false;
        }

        // The padding may not reach beyond the data.
        var padded = (length + Word - 1) & -Word;
        if (padded > tail.Length - Word || tail[(Word + length)..(Word + padded)].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        value = tail.Slice(Word, length);
        return CloseTail(Word + padded);
    }

    /// <summary>bytes, copied.</summary>
    public bool TryReadBytes([NotNullWhen(true)] out byte[]? value)
    {
        var ok = TryReadBytes(out ReadOnlySpan<byte> bytes);
        value = ok ? bytes.ToArray() : null;
        return ok;
    }

    /// <summary>string; false where it is not UTF-8.</summary>
    public bool TryReadString([NotNullWhen(true)] out string? value)
    {
        var ok = TryReadBytes(out ReadOnlySpan<byte> bytes) && Utf8.IsValid(bytes);
        value = ok ? StrictUtf8.Encoding.GetString(bytes) : null;
        return ok;
    }

    /// <summary>A tuple with a dynamic component, which <paramref name="decode"/> reads whole.</summary>
    public bool TryReadTuple<T>(AbiDecoder<T> decode, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(decode);
        value = default;
        if (!TryOpenTail(out var tail))
        {
            return false;
        }

        var tuple = new AbiReader(tail);
        return decode(ref tuple, out value) && tuple.IsComplete && CloseTail(tuple.End);
    }

    /// <summary>T[]: <paramref name="decode"/> reads one element.</summary>
    public bool TryReadArray<T>(AbiDecoder<T> decode, [NotNullWhen(true)] out T[]? values)
    {
        ArgumentNullException.ThrowIfNull(decode);
        values = null;

        // No element is shorter than a word, so the length is bounded by the bytes that are there.
        if (!TryOpenTail(out var tail) || !TryReadLength(tail, out var count) || count > (tail.Length / Word) - 1)
        {
            return false;
        }

        var elements = new AbiReader(tail[Word..]);
        if (!elements.TryReadElements(decode, count, out var read) || !elements.IsComplete || !CloseTail(Word + elements.End))
        {
            return false;
        }

        values = read;
        return true;
    }

    /// <summary>T[k] of a static T: <paramref name="decode"/> reads one element. Where T is dynamic, read it in a <see cref="TryReadTuple"/>.</summary>
    public bool TryReadFixedArray<T>(int count, AbiDecoder<T> decode, [NotNullWhen(true)] out T[]? values)
    {
        ArgumentNullException.ThrowIfNull(decode);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        values = null;
        return count <= _tuple.Length / Word && TryReadElements(decode, count, out values);
    }

    /// <summary>The tails follow the head immediately.</summary>
    private readonly bool IsComplete => _firstTail == 0 || _firstTail == _head;

    private static bool TryReadLength(ReadOnlySpan<byte> tail, out int length)
    {
        length = 0;
        return tail.Length >= Word && TryToInt32(tail[..Word], out length);
    }

    private static bool TryToInt32(ReadOnlySpan<byte> word, out int value)
    {
        value = BinaryPrimitives.ReadInt32BigEndian(word[28..]);
        return value >= 0 && !word[..28].ContainsAnyExcept((byte)0);
    }

    private bool TryReadElements<T>(AbiDecoder<T> decode, int count, [NotNullWhen(true)] out T[]? values)
    {
        var read = new T[count];
        values = null;
        for (var i = 0; i < count; i++)
        {
            if (!decode(ref this, out read[i]))
            {
                return false;
            }
        }

        values = read;
        return true;
    }

    private bool TryReadUnsigned(ulong maximum, out ulong value)
    {
        value = 0;
        if (!TryReadWord(out var word) || word[..24].ContainsAnyExcept((byte)0))
        {
            return false;
        }

        value = BinaryPrimitives.ReadUInt64BigEndian(word[24..]);
        return value <= maximum;
    }

    private bool TryReadWord(out ReadOnlySpan<byte> word)
    {
        var ok = _tuple.Length - _head >= Word;
        word = ok ? _tuple.Slice(_head, Word) : default;
        _head += ok ? Word : 0;
        return ok;
    }

    /// <summary>Reads an offset, which must lead to the end of the tail before it. Where the first tail is, the end of the head shows.</summary>
    private bool TryOpenTail(out ReadOnlySpan<byte> tail)
    {
        tail = default;
        if (!TryReadWord(out var word) || !TryToInt32(word, out var offset) || offset < _head || offset > _tuple.Length)
        {
            return false;
        }

        if (_firstTail == 0)
        {
            _firstTail = offset;
            _nextTail = offset;
        }

        tail = _tuple[offset..];
        return offset == _nextTail;
    }

    private bool CloseTail(int size)
    {
        _nextTail += size;
        return true;
    }
}
