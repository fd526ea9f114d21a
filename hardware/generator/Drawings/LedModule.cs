using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Drawings;

/// <summary>A light between a pin and GND.</summary>
public sealed record LedModule(Network Network) : Module(Network.Signal, 84, 26)
{
    private const double SeriesAlong = 240;

    public override void Draw(Frame frame)
    {
        PartBox(frame, Network.Optional, $"{Network.Device!.Reference} {Network.Device.Title}", Network.Device.PartNumber, "+: long leg");
        SignalWire(frame, "+", SeriesAlong, Network.Series!);
        Terminal(frame, SignalAt + 30, "–", Symbols.Ground);
    }
}
