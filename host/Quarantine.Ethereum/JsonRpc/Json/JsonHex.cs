using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>
/// Reads JSON-RPC's hexadecimal values (Ethereum execution API: QUANTITY and DATA) from the token on which the reader stands. QUANTITY with
/// leading zeros is accepted: some nodes write it.
/// </summary>
internal static class JsonHex
{
    private const int LongestQuantity = 2 * Bytes32.Length;

    internal static bool TryReadQuantity(ref Utf8JsonReader reader, out ulong value)
    {
        value = 0;
        return TryGetDigits(ref reader, out var digits)
            && digits.Length is >= 1 and <= LongestQuantity
            && ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    internal static bool TryReadQuantity(ref Utf8JsonReader reader, out BigInteger value)
    {
        value = default;
        if (!TryGetDigits(ref reader, out var digits) || digits.Length is < 1 or > LongestQuantity)
        {
            return false;
        }

        Span<byte> padded = stackalloc byte[LongestQuantity];
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        padded.Fill((byte)'0');
        digits.CopyTo(padded[(LongestQuantity - digits.Length)..]);
        var ok = TryFill(padded, bytes);
        value = ok ? new BigInteger(bytes, isUnsigned: true, isBigEndian: true) : default;
        return ok;
    }

    internal static bool TryReadBytes32(ref Utf8JsonReader reader, out Bytes32 value)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        var ok = TryGetDigits(ref reader, out var digits) && TryFill(digits, bytes);
        value = ok ? new Bytes32(bytes) : default;
        return ok;
    }

    internal static bool TryReadAddress(ref Utf8JsonReader reader, out Address value)
    {
        Span<byte> bytes = stackalloc byte[Address.Length];
        var ok = TryGetDigits(ref reader, out var digits) && TryFill(digits, bytes);
        value = ok ? new Address(bytes) : default;
        return ok;
    }

    internal static bool TryReadData(ref Utf8JsonReader reader, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        return TryGetText(ref reader, out var text) && TryDecode(text, out value);
    }

    /// <summary>Decodes <c>0x</c> and an even number of digits.</summary>
    internal static bool TryDecode(ReadOnlySpan<byte> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (!text.StartsWith("0x"u8) || text.Length % 2 != 0)
        {
            return false;
        }

        var decoded = text.Length == 2 ? [] : new byte[(text.Length / 2) - 1];
        if (!TryFill(text[2..], decoded))
        {
            return false;
        }

        bytes = decoded;
        return true;
    }

    private static bool TryGetDigits(ref Utf8JsonReader reader, out ReadOnlySpan<byte> digits)
    {
        var ok = TryGetText(ref reader, out var text) && text.StartsWith("0x"u8);
        digits = ok ? text[2..] : default;
        return ok;
    }

    /// <summary>Nothing hexadecimal needs an escape.</summary>
    private static bool TryGetText(ref Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        var ok = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && !reader.HasValueSequence;
        text = ok ? reader.ValueSpan : default;
        return ok;
    }

    private static bool TryFill(ReadOnlySpan<byte> digits, Span<byte> destination) =>
        digits.Length == 2 * destination.Length && Convert.FromHexString(digits, destination, out _, out _) == OperationStatus.Done;
}
