using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Drawings;

/// <summary>Every wire with its line, its hole and a colour for its insulation.</summary>
public static class Legend
{
    private const double Top = 764;
    private const double RowHeight = 20;
    private const double ColumnWidth = 286;
    private const int Columns = 4;
    private const double SampleLength = 40;

    private static readonly Box Frame = new(20, Top, Drawing.Width - 40, 66);

    public static void Draw(Drawing drawing, Variant variant, Board board, IReadOnlyList<PlacedModule> modules)
    {
        drawing.Shape(Frame, "#ffffff", "#777777", 4);
        var entry = 0;
        foreach (var module in modules.OrderBy(each => PinRules.FirmwareOrder.IndexOf(each.Module.Signal)))
        {
            var at = Place(entry++);
            var style = WireStyle.OfSignal(module.Module.Signal);
            drawing.Wire($"sample {module.Module.Signal}", style, at, at with { X = at.X + SampleLength });
            Describe(drawing, at, $"{module.Module.Signal}: {style.ColourName}, hole {module.Pin.Header} {module.Pin.Position} ({module.Pin.Label})");
        }

        foreach (var (name, text) in PowerOf(variant, board))
        {
            var at = Place(entry++);
            Symbols.Pill(drawing, at with { X = at.X + (SampleLength / 2) }, name);
            Describe(drawing, at, text);
        }
    }

    private static IEnumerable<(string Name, string Text)> PowerOf(Variant variant, Board board)
    {
        yield return (Symbols.Supply, "3.3 V from the board: red");
        yield return (Symbols.Ground, "ground, any GND hole: black");
        if (WiringDrawing.Feeds(variant, board))
        {
            yield return (board.SupplyPin, "battery, 5 V hole: red, marked");
        }
    }

    private static Point Place(int entry) => new(Frame.X + 12 + (entry % Columns * ColumnWidth), Frame.Y + 14 + (entry / Columns * RowHeight));

    private static void Describe(Drawing drawing, Point at, string text) =>
        drawing.Text(new Point(at.X + SampleLength + 8, at.Y + 4), text, Symbols.SmallText, within: Frame);
}
