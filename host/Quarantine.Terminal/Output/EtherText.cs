using System.Globalization;
using System.Numerics;

namespace Quarantine.Terminal.Output;

/// <summary>Amounts of ether as text: whole wei, no rounding.</summary>
public static class EtherText
{
    private const int Decimals = 18;

    private static readonly BigInteger WeiPerEther = BigInteger.Pow(10, Decimals);

    /// <summary>The ether in <paramref name="wei"/>, with as many decimals as it needs.</summary>
    public static string Of(BigInteger wei)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(wei), WeiPerEther, out var rest);
        var fraction = rest.ToString(CultureInfo.InvariantCulture).PadLeft(Decimals, '0').TrimEnd('0');
        var sign = wei.Sign < 0 ? "-" : "";
        return fraction.Length == 0 ? $"{sign}{whole}" : $"{sign}{whole}.{fraction}";
    }

    /// <summary>Reads decimal ether such as <c>0.05</c>; false for a sign, an exponent, or more than 18 decimals.</summary>
    public static bool TryParse(string? text, out BigInteger wei)
    {
        wei = default;
        var parts = text?.Split('.') ?? [];
        if (parts.Length is not (1 or 2) || parts[0].Length is 0 or > 40 || parts[^1].Length is 0 or > 40 || !parts.All(part => part.All(char.IsAsciiDigit)))
        {
            return false;
        }

        var fraction = parts.Length == 2 ? parts[1] : "";
        if (fraction.Length > Decimals)
        {
            return false;
        }

        wei = BigInteger.Parse(parts[0] + fraction.PadRight(Decimals, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }
}
