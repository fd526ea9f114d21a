using System.Globalization;

namespace Quarantine.Hardware.Circuits;

/// <summary>Figures as the pages print them.</summary>
public static class Quantity
{
    public static string Ohms(double ohms) => ohms switch
    {
        >= 1e6 => $"{Number(ohms / 1e6)} MΩ",
        >= 1e3 => $"{Number(ohms / 1e3)} kΩ",
        _ => $"{Number(ohms)} Ω",
    };

    public static string Nanofarads(double nanofarads) => $"{Number(nanofarads)} nF";

    /// <summary>A current given in µA.</summary>
    public static string Microamperes(double microamperes) =>
        microamperes >= 1000 ? $"{Rounded(microamperes / 1000)} mA" : $"{Rounded(microamperes)} µA";

    /// <summary>A time given in ms.</summary>
    public static string Milliseconds(double milliseconds) => $"{Rounded(milliseconds)} ms";

    /// <summary>A voltage given in mV.</summary>
    public static string Volts(double millivolts) => (millivolts / 1000).ToString("0.00", CultureInfo.InvariantCulture) + " V";

    /// <summary>Three significant digits at most.</summary>
    public static string Rounded(double value)
    {
        var digits = Math.Abs(value) switch { >= 100 => 0, >= 10 => 1, >= 1 => 2, _ => 3 };
        return Number(Math.Round(value, digits, MidpointRounding.AwayFromZero));
    }

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
