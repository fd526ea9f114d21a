using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Drawings;

/// <summary>A motion sensor on 3.3 V: pull-down at its output, series resistor.</summary>
public sealed record PirModule(Network Network) : Module(Network.Signal, 126, 54)
{
    private const double PullDownAlong = 206;
    private const double SeriesAlong = 252;

    public override void Draw(Frame frame)
    {
        PartBox(frame, Network.Optional, [.. Lines()]);
        SignalWire(frame, "Out", SeriesAlong, Network.Series!);
        Symbols.UprightResistor(frame.Drawing, Signal, frame.At(PullDownAlong, SignalAt), up: false, Symbols.Ground);
        Label(frame, PullDownAlong + 12, SignalAt + 42, $"{Network.PullDown!.Reference} {Network.PullDown.Value}");
        Terminal(frame, SignalAt - 34, "Vdd", Symbols.Supply);
        Terminal(frame, SignalAt + 34, "GND", Symbols.Ground);
    }

    private IEnumerable<string> Lines()
    {
        yield return $"{Network.Device!.Reference} {Network.Device.Title}";
        yield return Network.Device.PartNumber;
        yield return "high: motion";
        if (Network.Optional)
        {
            yield return "optional";
        }
    }
}
