using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Quarantine.Ethereum.Primitives;

/// <summary>Hexadecimal text of byte strings, as JSON-RPC's <c>DATA</c>: <c>0x</c>, two digits a byte.</summary>
public static class Hex
{
    /// <summary><c>0x</c> and lower-case digits.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes) => "0x" + Convert.ToHexStringLower(bytes);

    /// <summary>Fills the whole of <paramref name="destination"/>; false where the length or a digit does not fit.</summary>
    public static bool TryDecode(string? text, Span<byte> destination)
    {
        var digits = Digits(text);
        return text is not null
            && digits.Length == destination.Length * 2
            && Convert.FromHexString(digits, destination, out _, out var written) == OperationStatus.Done
            && written == destination.Length;
    }

    /// <summary>Reads a byte string of any length.</summary>
    public static bool TryDecode(string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        var digits = Digits(text);
        if (text is null || digits.Length % 2 != 0)
        {
            return false;
        }

        var buffer = new byte[digits.Length / 2];
        if (!TryDecode(text, buffer.AsSpan()))
        {
            return false;
        }

        bytes = buffer;
        return true;
    }

    /// <summary>As <c>TryDecode</c>; throws <see cref="FormatException"/> where that returns false.</summary>
    public static byte[] Decode(string text) =>
        TryDecode(text, out var bytes) ? bytes : throw new FormatException("Expected an even number of hexadecimal digits.");

    private static ReadOnlySpan<char> Digits(string? text) =>
        text is not null && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text.AsSpan();
}
