using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Drawings;

/// <summary>A part with its circuit, drawn beside the board; its signal leaves at <see cref="Frame.Edge"/>.</summary>
/// <param name="Signal">Name of its wire.</param>
/// <param name="Height">Room that it needs.</param>
/// <param name="SignalAt">How far below its top the wire leaves.</param>
public abstract record Module(string Signal, double Height, double SignalAt)
{
    protected const double BoxWidth = 132;
    protected const double Text = Symbols.SmallText;

    private const double Line = 15;
    private const double Inset = 7;
    private const double TerminalStub = 18;

    /// <summary>Draws it, with its top at the frame's.</summary>
    public abstract void Draw(Frame frame);

    protected WireStyle Style => WireStyle.OfSignal(Signal);

    /// <summary>The part's box, its lines of text, the first in bold.</summary>
    protected void PartBox(Frame frame, bool optional, params string[] lines)
    {
        var box = frame.Box(0, 4, BoxWidth, Height - 10);
        frame.Drawing.Shape(box, optional ? "#ffffff" : "#f4f4f4", "#333333", 6, optional ? "6 4" : string.Empty, closed: true);
        for (var i = 0; i < lines.Length; i++)
        {
            frame.Drawing.Text(frame.At(Inset, 22 + (i * Line)), lines[i], Text, frame.Anchor(TextAnchor.Start), bold: i == 0, within: box);
        }
    }

    /// <summary>A terminal of the part that goes straight to a label.</summary>
    /// <param name="name">Of the terminal, written in the part's box.</param>
    protected static void Terminal(Frame frame, double down, string name, string label)
    {
        NameTerminal(frame, down, name);
        var end = BoxWidth + TerminalStub;
        frame.Drawing.Wire(label, WireStyle.Thin, frame.At(BoxWidth, down), frame.At(end, down));
        Symbols.Pill(frame.Drawing, frame.At(end + (Symbols.PillWidth / 2), down), label);
    }

    /// <summary>The wire's name where it leaves the module.</summary>
    protected void NameWire(Frame frame) =>
        frame.Drawing.Text(frame.At(Frame.Edge - 4, SignalAt - 11), Signal, Text, frame.Anchor(TextAnchor.End), bold: true);

    protected static void Label(Frame frame, double along, double down, string text, TextAnchor anchor = TextAnchor.Start) =>
        frame.Drawing.Text(frame.At(along, down), text, Text, frame.Anchor(anchor));

    /// <summary>The signal's wire with a series resistor in it.</summary>
    /// <param name="terminal">Name of the part's terminal.</param>
    protected void SignalWire(Frame frame, string terminal, double resistorAlong, Resistor series)
    {
        NameTerminal(frame, SignalAt, terminal);
        frame.Drawing.Wire(Signal, Style, frame.At(BoxWidth, SignalAt), frame.At(resistorAlong - (Symbols.BodyLength / 2), SignalAt));
        frame.Drawing.Wire(Signal, Style, frame.At(resistorAlong + (Symbols.BodyLength / 2), SignalAt), frame.At(Frame.Edge, SignalAt));
        Symbols.LevelResistor(frame.Drawing, frame.At(resistorAlong, SignalAt));
        Label(frame, resistorAlong, SignalAt + 20, $"{series.Reference} {series.Value}", TextAnchor.Middle);
        NameWire(frame);
    }

    private static void NameTerminal(Frame frame, double down, string name) =>
        frame.Drawing.Text(frame.At(BoxWidth - 5, down + 4), name, Text, frame.Anchor(TextAnchor.End));
}
