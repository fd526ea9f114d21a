using System.Globalization;

namespace Quarantine.Hardware.Pins;

/// <summary>One hole of a board's edge.</summary>
/// <param name="Position">From 1, in the order of the drawing, from the top.</param>
/// <param name="Label">As printed on the board.</param>
/// <param name="Gpio">Null for power, reset and unconnected holes.</param>
public sealed record HeaderPin(string Header, int Position, string Label, int? Gpio)
{
    /// <summary>Reads <c>VP=36</c> or <c>GND</c>.</summary>
    public static HeaderPin Parse(string header, int position, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at < 0
            ? new HeaderPin(header, position, text, Gpio: null)
            : new HeaderPin(header, position, text[..at], int.Parse(text[(at + 1)..], CultureInfo.InvariantCulture));
    }
}
