using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Abi;

/// <summary>
/// The canonical text of a function, event or error: <c>name(type,type,...)</c> without blanks, names of parameters, or the short forms
/// <c>uint</c> and <c>int</c>. A wrong text has a valid hash too, which nothing would ever match: hence the check.
/// </summary>
internal static partial class AbiSignature
{
    internal static Bytes32 Hash(string signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (!IsCanonical(signature))
        {
            throw new ArgumentException($"'{signature}' is not canonical, such as 'report(bytes32,uint64,(address,bytes)[])'.", nameof(signature));
        }

        return Keccak256.Hash(Encoding.ASCII.GetBytes(signature));
    }

    private static bool IsCanonical(string signature)
    {
        var name = Name().Match(signature);
        return name.Success && TryTuple(signature.AsSpan(name.Length), out var rest) && rest.IsEmpty;
    }

    private static bool TryTuple(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        rest = text;
        if (rest.IsEmpty || rest[0] != '(')
        {
            return false;
        }

        rest = rest[1..];
        var first = true;
        while (!rest.IsEmpty && rest[0] != ')')
        {
            if ((!first && !TryComma(ref rest)) || !TryType(rest, out rest))
            {
                return false;
            }

            first = false;
        }

        var closed = !rest.IsEmpty;
        rest = closed ? rest[1..] : rest;
        return closed;
    }

    private static bool TryComma(ref ReadOnlySpan<char> text)
    {
        var ok = text[0] == ',';
        text = ok ? text[1..] : text;
        return ok;
    }

    private static bool TryType(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var ok = !text.IsEmpty && text[0] == '(' ? TryTuple(text, out rest) : TryElementary(text, out rest);
        if (ok)
        {
            foreach (var suffix in Arrays().EnumerateMatches(rest))
            {
                rest = rest[suffix.Length..];
                break;
            }
        }

        return ok;
    }

    private static bool TryElementary(ReadOnlySpan<char> text, out ReadOnlySpan<char> rest)
    {
        var length = text.IndexOfAnyExceptInRange('0', 'z');
        var end = text.IndexOfAny(",)[");
        length = end < 0 ? length : end;
        var type = length < 0 ? text : text[..length];
        rest = text[type.Length..];
        return type is "address" or "bool" or "bytes" or "string" || IsSized(type);
    }

    private static bool IsSized(ReadOnlySpan<char> type)
    {
        var digits = type.IndexOfAnyInRange('0', '9');
        if (digits < 0 || type[digits] == '0' || !int.TryParse(type[digits..], NumberStyles.None, CultureInfo.InvariantCulture, out var size))
        {
            return false;
        }

        return type[..digits] switch
        {
            "bytes" => size is >= 1 and <= 32,
            "uint" or "int" => size is >= 8 and <= 256 && size % 8 == 0,
            _ => false,
        };
    }

    [GeneratedRegex(@"^[A-Za-z_$][A-Za-z0-9_$]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(\[([1-9][0-9]*)?\])+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrays();
}
