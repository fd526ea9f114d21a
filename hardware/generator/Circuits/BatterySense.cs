namespace Quarantine.Hardware.Circuits;

/// <summary>How a board measures its battery.</summary>
/// <param name="Percent">What the divider leaves of the voltage, as the firmware is told.</param>
/// <param name="MaximumMillivolts">A full battery.</param>
/// <param name="Device">The battery itself.</param>
/// <param name="Upper">From the battery to the pin; null where the divider is on the board.</param>
/// <param name="Lower">From the pin to GND.</param>
public sealed record BatterySense(
    int Percent,
    double MaximumMillivolts,
    Device Device,
    Resistor? Upper = null,
    Resistor? Lower = null,
    Capacitor? Capacitor = null)
{
    /// <summary>What the resistors really leave, in percent; null where they are on the board.</summary>
    public double? ExactPercent => Upper is null || Lower is null ? null : 100 * Lower.Ohms / (Upper.Ohms + Lower.Ohms);
}
