using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Drawings;

/// <summary>A contact to GND: pull-up at the cable, series resistor, capacitor at the pin.</summary>
public sealed record ContactModule(Network Network, string Hint, string Terminal1, string Terminal2) : Module(Network.Signal, 124, 70)
{
    private const double PullUpAlong = 166;
    private const double SeriesAlong = 222;
    private const double CapacitorAlong = 268;

    public override void Draw(Frame frame)
    {
        PartBox(frame, Network.Optional, [.. Lines()]);
        SignalWire(frame, Terminal1, SeriesAlong, Network.Series!);
        Symbols.UprightResistor(frame.Drawing, Signal, frame.At(PullUpAlong, SignalAt), up: true, Symbols.Supply);
        Label(frame, PullUpAlong + 12, SignalAt - 26, $"{Network.PullUp!.Reference} {Network.PullUp.Value}");
        Symbols.Capacitor(frame.Drawing, Signal, frame.At(CapacitorAlong, SignalAt));
        Label(frame, CapacitorAlong + 16, SignalAt + 16, Network.Capacitor!.Reference);
        Label(frame, CapacitorAlong + 16, SignalAt + 29, Network.Capacitor.Value);
        Terminal(frame, SignalAt + 36, Terminal2, Symbols.Ground);
    }

    private IEnumerable<string> Lines()
    {
        yield return $"{Network.Device!.Reference} {Network.Device.Title}";
        yield return Network.Device.PartNumber;
        yield return Hint;
        if (Network.Guard is { } guard)
        {
            yield return "optional in series:";
            yield return $"{guard.Reference} {guard.PartNumber}";
        }
    }
}
