using System.Text.RegularExpressions;

namespace Quarantine.Gateway.Configuration;

/// <summary>Checks of settings; each complaint names the setting and what it accepts.</summary>
internal static partial class Check
{
    public static void That(bool condition, string setting, string complaint)
    {
        if (!condition)
        {
            throw new ConfigurationException($"Setting {setting} {complaint}.");
        }
    }

    public static void Span(TimeSpan value, TimeSpan least, TimeSpan most, string setting) =>
        That(value >= least && value <= most, setting, $"must lie in {least:g}..{most:g}, not {value:g}");

    public static void Id(string value, string setting) =>
        That(IdPattern().IsMatch(value), setting, "must be 1 to 32 of a-z, 0-9 and '-'");

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex IdPattern();
}
