namespace Quarantine.Hardware.Drawings;

/// <summary>The small signs of a circuit.</summary>
public static class Symbols
{
    public const string Supply = "3V3";
    public const string Ground = "GND";

    public const double SmallText = 11;

    public const double PillWidth = 36;
    public const double PillHeight = 16;

    /// <summary>Of a resistor.</summary>
    public const double BodyLength = 30;

    private const double BodyWidth = 13;
    private const double PlateLength = 22;
    private const double PlateGap = 6;

    /// <summary>A label that stands for a wire: all labels of one name are joined.</summary>
    public static void Pill(Drawing drawing, Point centre, string name)
    {
        var (fill, stroke, text) = name switch
        {
            Ground => ("#222222", "#222222", "#ffffff"),
            Supply => ("#fde0dc", "#a00018", "#7a0010"),
            _ => ("#fff1bf", "#7a6000", "#4d3c00"),
        };
        var box = Box.Around(centre, PillWidth, PillHeight);
        drawing.Shape(box, fill, stroke, PillHeight / 2, closed: true);
        drawing.Text(new Point(centre.X, centre.Y + (SmallText * 0.36)), name, SmallText, TextAnchor.Middle, bold: true, text, box);
    }

    /// <summary>A resistor that lies along a level wire.</summary>
    public static void LevelResistor(Drawing drawing, Point centre) => drawing.Shape(Box.Around(centre, BodyLength, BodyWidth), "#ffffff", "#111111");

    /// <summary>A resistor from a point up (or down) to a label.</summary>
    public static void UprightResistor(Drawing drawing, string net, Point from, bool up, string label)
    {
        var sign = up ? -1 : 1;
        var body = new Point(from.X, from.Y + (sign * 30));
        drawing.Wire(net, WireStyle.Thin, from, new Point(from.X, from.Y + (sign * 15)));
        drawing.Shape(Box.Around(body, BodyWidth, BodyLength), "#ffffff", "#111111");
        drawing.Wire(label, WireStyle.Thin, new Point(from.X, from.Y + (sign * 45)), new Point(from.X, from.Y + (sign * 52)));
        Pill(drawing, new Point(from.X, from.Y + (sign * 60)), label);
        drawing.Joint(from);
    }

    /// <summary>A capacitor from a point down to GND.</summary>
    public static void Capacitor(Drawing drawing, string net, Point from)
    {
        var upper = from.Y + 16;
        var lower = upper + PlateGap;
        drawing.Wire(net, WireStyle.Thin, from, new Point(from.X, upper));
        drawing.Shape(new Box(from.X - (PlateLength / 2), upper, PlateLength, 0.6), "#111111", "#111111");
        drawing.Shape(new Box(from.X - (PlateLength / 2), lower, PlateLength, 0.6), "#111111", "#111111");
        drawing.Wire(Ground, WireStyle.Thin, new Point(from.X, lower), new Point(from.X, from.Y + 32));
        Pill(drawing, new Point(from.X, from.Y + 40), Ground);
        drawing.Joint(from);
    }
}
