namespace Quarantine.Hardware.Pins;

/// <summary>The microcontroller: its pins, and the figures that a circuit around it must keep to.</summary>
/// <param name="InternalPullOhms">A pull resistor inside the chip.</param>
/// <param name="AdcMaximumMillivolts">Highest voltage that the converter measures well at its largest attenuation.</param>
public sealed record Chip(
    string Name,
    string Source,
    double SupplyMillivolts,
    double InputHighFraction,
    double InputLowFraction,
    double InputLeakageNanoamperes,
    double InternalPullOhms,
    double AdcMinimumMillivolts,
    double AdcMaximumMillivolts,
    IReadOnlyList<ChipPin> Pins)
{
    public double InputHighMillivolts => SupplyMillivolts * InputHighFraction;

    public ChipPin? Find(int gpio) => Pins.FirstOrDefault(pin => pin.Gpio == gpio);
}
