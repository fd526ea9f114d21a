using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>
/// Writes the components of one tuple, in order, as the Solidity contract ABI encodes them (ABI specification 0.8, "Formal Specification of
/// the Encoding"). The writer itself finds out whether a tuple is static or dynamic. Not thread-safe.
/// </summary>
/// <example><c>new AbiWriter().Bytes32(id).UInt64(slot).Array(values, (w, v) => w.UInt256(v)).ToCall(selector)</c></example>
public sealed class AbiWriter
{
    private readonly List<(int Head, int Tail)> _offsets = [];
    private AbiBuffer _head = new(InitialCapacity);
    private AbiBuffer _tail = new(0);
    private int _components;

    private const int InitialCapacity = 8 * Primitives.Bytes32.Length;

    private bool IsDynamic => _offsets.Count > 0;

    /// <summary>bytes32, or any other word that is already in its encoded form.</summary>
    public AbiWriter Bytes32(Bytes32 value)
    {
        value.CopyTo(NextWord());
        return this;
    }

    /// <summary>bytesN: 1 to 32 bytes, zero-filled on the right.</summary>
    public AbiWriter FixedBytes(ReadOnlySpan<byte> value)
    {
        if (value.Length is 0 or > Primitives.Bytes32.Length)
        {
            throw new ArgumentException("bytesN has 1 to 32 bytes.", nameof(value));
        }

        value.CopyTo(NextWord());
        return this;
    }

    /// <summary>address or a contract type.</summary>
    public AbiWriter Address(Address value) => Bytes32(value.ToWord());

    /// <summary>bool.</summary>
    public AbiWriter Bool(bool value) => UInt64(value ? 1UL : 0UL);

    /// <summary>uint8, or an enum.</summary>
    public AbiWriter UInt8(byte value) => UInt64(value);

    /// <summary>uint16.</summary>
    public AbiWriter UInt16(ushort value) => UInt64(value);

    /// <summary>uint32.</summary>
    public AbiWriter UInt32(uint value) => UInt64(value);

    /// <summary>uint64, or a wider unsigned type.</summary>
    public AbiWriter UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64BigEndian(NextWord()[24..], value);
        return this;
    }

    /// <summary>uint256.</summary>
    public AbiWriter UInt256(BigInteger value) => UInt(value, 256);

    /// <summary>uintN: throws <see cref="ArgumentOutOfRangeException"/> where the value does not fit <paramref name="bits"/>.</summary>
    public AbiWriter UInt(BigInteger value, int bits)
    {
        RequireBits(bits);
        if (value.Sign < 0 || value.GetBitLength() > bits)
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"The value does not fit uint{bits}.");
        }

        return Bytes32(Primitives.Bytes32.FromBigInteger(value));
    }

    /// <summary>int64, or a narrower or wider signed type that the value fits.</summary>
    public AbiWriter Int64(long value)
    {
        var word = NextWord();
        word.Fill(value < 0 ? (byte)0xFF : (byte)0);
        BinaryPrimitives.WriteInt64BigEndian(word[24..], value);
        return this;
    }

    /// <summary>int32.</summary>
    public AbiWriter Int32(int value) => Int64(value);

    /// <summary>intN: throws <see cref="ArgumentOutOfRangeException"/> where the value does not fit <paramref name="bits"/>.</summary>
    public AbiWriter Int(BigInteger value, int bits)
    {
        RequireBits(bits);

        // GetBitLength leaves the sign bit out.
        if (value.GetBitLength() > bits - 1)
        {
            throw new ArgumentOutOfRangeException(nameof(value), $"The value does not fit int{bits}.");
        }

        return Bytes32(Primitives.Bytes32.FromBigInteger(value.Sign < 0 ? value + (BigInteger.One << 256) : value));
    }

    /// <summary>bytes.</summary>
    public AbiWriter Bytes(ReadOnlySpan<byte> value)
    {
        var padded = (value.Length + Primitives.Bytes32.Length - 1) & -Primitives.Bytes32.Length;
        var tail = NextTail(checked(Primitives.Bytes32.Length + padded));
        BinaryPrimitives.WriteInt32BigEndian(tail[28..], value.Length);
        value.CopyTo(tail[Primitives.Bytes32.Length..]);
        return this;
    }

    /// <summary>string, as UTF-8; throws <see cref="EncoderFallbackException"/> for half a surrogate pair.</summary>
    public AbiWriter String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Bytes(StrictUtf8.Encoding.GetBytes(value));
    }

    /// <summary>A tuple, whose components <paramref name="write"/> writes.</summary>
    public AbiWriter Tuple(Action<AbiWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var tuple = new AbiWriter();
        write(tuple);
        return Append(tuple);
    }

    /// <summary>T[]: for each item, <paramref name="write"/> writes exactly one component.</summary>
    public AbiWriter Array<T>(IReadOnlyCollection<T> items, Action<AbiWriter, T> write)
    {
        var elements = Elements(items, write);
        var size = elements.Size;
        var tail = NextTail(checked(Primitives.Bytes32.Length + size));
        BinaryPrimitives.WriteInt32BigEndian(tail[28..], items.Count);
        elements.CopyTo(tail[Primitives.Bytes32.Length..]);
        return this;
    }

    /// <summary>T[k] with k the number of items: for each, <paramref name="write"/> writes exactly one component.</summary>
    public AbiWriter FixedArray<T>(IReadOnlyCollection<T> items, Action<AbiWriter, T> write) => Append(Elements(items, write));

    /// <summary>The encoded tuple: arguments of a constructor, return values, event data.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The encoded tuple behind the selector: the calldata of a function call, or a custom error's data.</summary>
    public byte[] ToCall(FunctionSelector selector) => Behind(selector.ToArray());

    /// <summary>The encoded tuple behind <paramref name="prefix"/>: constructor arguments behind a contract's creation code.</summary>
    public byte[] Behind(ReadOnlySpan<byte> prefix)
    {
        var bytes = new byte[checked(prefix.Length + Size)];
        prefix.CopyTo(bytes);
        CopyTo(bytes.AsSpan(prefix.Length));
        return bytes;
    }

    private int Size => checked(_head.Length + _tail.Length);

    private static AbiWriter Elements<T>(IReadOnlyCollection<T> items, Action<AbiWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(write);
        var elements = new AbiWriter();
        foreach (var item in items)
        {
            var before = elements._components;
            write(elements, item);
            if (elements._components != before + 1)
            {
                throw new ArgumentException("Write exactly one component for each item; a struct is a Tuple.", nameof(write));
            }
        }

        return elements;
    }

    private static void RequireBits(int bits)
    {
        if (bits is < 8 or > 256 || bits % 8 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "The width is a multiple of 8 from 8 to 256.");
        }
    }

    private AbiWriter Append(AbiWriter tuple)
    {
        if (tuple.IsDynamic)
        {
            tuple.CopyTo(NextTail(tuple.Size));
        }
        else
        {
            tuple.CopyTo(_head.Append(tuple.Size));
            _components++;
        }

        return this;
    }

    private void CopyTo(Span<byte> destination)
    {
        var head = destination[.._head.Length];
        _head.Written.CopyTo(head);
        _tail.Written.CopyTo(destination[_head.Length..]);
        foreach (var (position, tail) in _offsets)
        {
            BinaryPrimitives.WriteInt32BigEndian(head[(position + 28)..], _head.Length + tail);
        }
    }

    private Span<byte> NextWord()
    {
        _components++;
        return _head.Append(Primitives.Bytes32.Length);
    }

    /// <summary>Reserves an offset in the head, filled in at the end when the head's length is known, and its place in the tail.</summary>
    private Span<byte> NextTail(int size)
    {
        _offsets.Add((_head.Length, _tail.Length));
        NextWord();
        return _tail.Append(size);
    }
}
