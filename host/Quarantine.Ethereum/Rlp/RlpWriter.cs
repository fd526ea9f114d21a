using System.Buffers.Binary;
using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Rlp;

/// <summary>
/// Writes Recursive Length Prefix items (Yellow Paper, appendix B): byte strings, unsigned numbers without leading zeros, and nested lists
/// between <see cref="StartList"/> and <see cref="EndList"/>. Not thread-safe.
/// </summary>
public sealed class RlpWriter
{
    private const int LongestShort = 55;
    private const int InitialCapacity = 256;

    private readonly Stack<int> _openLists = new();
    private byte[] _buffer = new byte[InitialCapacity];
    private int _length;

    /// <summary>A byte string.</summary>
    public RlpWriter Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 1 || bytes[0] >= 0x80)
        {
            WriteHeader(0x80, bytes.Length, _length);
        }

        bytes.CopyTo(Grow(bytes.Length));
        return this;
    }

    /// <summary>An unsigned number; zero is the empty string.</summary>
    public RlpWriter Write(ulong value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return Write(bytes.TrimStart((byte)0));
    }

    /// <summary>An unsigned number up to 2^256 - 1; negative or larger values throw.</summary>
    public RlpWriter Write(BigInteger value)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        Bytes32.FromBigInteger(value).CopyTo(bytes);
        return Write(bytes.TrimStart((byte)0));
    }

    /// <summary>A 32-byte string.</summary>
    public RlpWriter Write(Bytes32 value)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        value.CopyTo(bytes);
        return Write(bytes);
    }

    /// <summary>A 20-byte string.</summary>
    public RlpWriter Write(Address value)
    {
        Span<byte> bytes = stackalloc byte[Address.Length];
        value.CopyTo(bytes);
        return Write(bytes);
    }

    /// <summary>What is written from here to the matching <see cref="EndList"/> is one list.</summary>
    public RlpWriter StartList()
    {
        _openLists.Push(_length);
        return this;
    }

    public RlpWriter EndList()
    {
        if (!_openLists.TryPop(out var start))
        {
            throw new InvalidOperationException("There is no open list.");
        }

        WriteHeader(0xC0, _length - start, start);
        return this;
    }

    /// <summary>The bytes written; throws <see cref="InvalidOperationException"/> where a list is still open.</summary>
    public byte[] ToArray() =>
        _openLists.Count == 0 ? _buffer[.._length] : throw new InvalidOperationException("A list is still open.");

    /// <summary>Inserts the header of an item that starts at <paramref name="position"/>, moving what was written behind it.</summary>
    private void WriteHeader(byte kind, int length, int position)
    {
        Span<byte> header = stackalloc byte[1 + sizeof(int)];
        var size = 1;
        if (length <= LongestShort)
        {
            header[0] = (byte)(kind + length);
        }
        else
        {
            BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
            var digits = header[1..].TrimStart((byte)0);
            header[0] = (byte)(kind + LongestShort + digits.Length);
            size += digits.Length;
            digits.CopyTo(header[1..]);
        }

        Grow(size);
        _buffer.AsSpan(position, _length - size - position).CopyTo(_buffer.AsSpan(position + size));
        header[..size].CopyTo(_buffer.AsSpan(position));
    }

    private Span<byte> Grow(int count)
    {
        var start = _length;
        _length = checked(_length + count);
        if (_length > _buffer.Length)
        {
            Array.Resize(ref _buffer, (int)Math.Min(Math.Max(_length, 2L * _buffer.Length), Array.MaxLength));
        }

        return _buffer.AsSpan(start, count);
    }
}
