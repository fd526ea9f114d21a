namespace Quarantine.Hardware.Circuits;

/// <summary>
/// The parts between a device and a pin. A contact: pull-up at the cable, then a series resistor to the pin with a capacitor to GND.
/// A PIR: pull-down at the cable, series resistor. A light: series resistor. The battery's are the board's, see <see cref="BatterySense"/>.
/// </summary>
/// <param name="Guard">A contact in series with the first that a foreign magnet opens.</param>
/// <param name="NormallyOpen">A contact that rests open, so that its pull-up carries no current at rest.</param>
public sealed record Network(
    string Signal,
    Device? Device = null,
    Device? Guard = null,
    Resistor? PullUp = null,
    Resistor? PullDown = null,
    Resistor? Series = null,
    Capacitor? Capacitor = null,
    bool NormallyOpen = false,
    bool Optional = false,
    double CableMetres = 0)
{
    /// <summary>References of all parts, the optional guard last.</summary>
    public IEnumerable<string> References =>
        new[] { Device?.Reference, PullUp?.Reference, PullDown?.Reference, Series?.Reference, Capacitor?.Reference, Guard?.Reference }.OfType<string>();
}
