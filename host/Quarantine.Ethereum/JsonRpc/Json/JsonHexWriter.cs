using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Writes JSON-RPC's hexadecimal values: QUANTITY without leading zeros, DATA with two digits a byte.</summary>
internal static class JsonHexWriter
{
    internal static void WriteQuantity(this Utf8JsonWriter writer, ulong value)
    {
        Span<byte> text = stackalloc byte[2 + (2 * sizeof(ulong))];
        "0x"u8.CopyTo(text);
        value.TryFormat(text[2..], out var digits, "x", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..(2 + digits)]);
    }

    internal static void WriteQuantity(this Utf8JsonWriter writer, BigInteger value)
    {
        if (value.Sign < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), "A quantity is not negative.");
        }

        var digits = value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');
        writer.WriteStringValue(digits.Length == 0 ? "0x0" : "0x" + digits);
    }

    internal static void WriteData(this Utf8JsonWriter writer, ReadOnlySpan<byte> bytes)
    {
        var length = checked(2 + (2 * bytes.Length));
        var text = ArrayPool<byte>.Shared.Rent(length);
        "0x"u8.CopyTo(text);
        Convert.TryToHexStringLower(bytes, text.AsSpan(2), out _);
        writer.WriteStringValue(text.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(text);
    }

    internal static void WriteData(this Utf8JsonWriter writer, Bytes32 value)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        value.CopyTo(bytes);
        writer.WriteData(bytes);
    }

    internal static void WriteData(this Utf8JsonWriter writer, Address value)
    {
        Span<byte> bytes = stackalloc byte[Address.Length];
        value.CopyTo(bytes);
        writer.WriteData(bytes);
    }

    /// <summary>A tag, a number, or EIP-1898's object with the hash, which fails for a block that is off the chain.</summary>
    internal static void WriteBlock(this Utf8JsonWriter writer, BlockReference block)
    {
        if (block.Number is { } number)
        {
            writer.WriteQuantity(number);
        }
        else if (block.Hash is { } hash)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("blockHash"u8);
            writer.WriteData(hash);
            writer.WriteBoolean("requireCanonical"u8, true);
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStringValue(block.Tag);
        }
    }
}
