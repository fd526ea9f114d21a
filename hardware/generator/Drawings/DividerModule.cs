using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Drawings;

/// <summary>A battery on the board's 5 V hole, measured through a divider.</summary>
public sealed record DividerModule(BatterySense Battery, string SupplyPin) : Module("battery", 146, 74)
{
    private const double DividerAlong = 210;
    private const double CapacitorAlong = 312;

    public override void Draw(Frame frame)
    {
        PartBox(frame, optional: false, $"{Battery.Device.Reference} {Battery.Device.Title}", Battery.Device.Label, "+: red lead", "never with USB!");
        var node = frame.At(DividerAlong, SignalAt);
        frame.Drawing.Wire(Signal, Style, node, frame.At(Frame.Edge, SignalAt));
        Symbols.UprightResistor(frame.Drawing, Signal, node, up: true, SupplyPin);
        Symbols.UprightResistor(frame.Drawing, Signal, node, up: false, Symbols.Ground);
        Label(frame, DividerAlong + 12, SignalAt - 26, $"{Battery.Upper!.Reference} {Battery.Upper.Value}");
        Label(frame, DividerAlong + 12, SignalAt + 34, $"{Battery.Lower!.Reference} {Battery.Lower.Value}");
        Symbols.Capacitor(frame.Drawing, Signal, frame.At(CapacitorAlong, SignalAt));
        Label(frame, Frame.Edge - 4, SignalAt + 62, $"{Battery.Capacitor!.Reference} {Battery.Capacitor.Value}", TextAnchor.End);
        NameWire(frame);
        Terminal(frame, SignalAt - 40, "+", SupplyPin);
        Terminal(frame, SignalAt + 40, "–", Symbols.Ground);
    }
}
