namespace Quarantine.Hardware.Drawings;

/// <summary>A page of A4, landscape, as the marks on it. Shapes lie below wires, wires below text.</summary>
public sealed class Drawing(string title)
{
    public const double UnitsPerMillimetre = 4;
    public const double Width = 297 * UnitsPerMillimetre;
    public const double Height = 210 * UnitsPerMillimetre;

    private readonly List<ShapeMark> _shapes = [];
    private readonly List<WireMark> _wires = [];
    private readonly List<Point> _joints = [];
    private readonly List<TextMark> _texts = [];

    public string Title { get; } = title;

    public IReadOnlyList<ShapeMark> Shapes => _shapes;

    public IReadOnlyList<WireMark> Wires => _wires;

    /// <summary>Dots where wires are joined.</summary>
    public IReadOnlyList<Point> Joints => _joints;

    public IReadOnlyList<TextMark> Texts => _texts;

    public void Shape(Box box, string fill, string stroke, double radius = 0, string dash = "", bool closed = false) =>
        _shapes.Add(new ShapeMark(box, fill, stroke, radius, dash, closed));

    public void Wire(string net, WireStyle style, params Point[] points) => _wires.Add(new WireMark(net, points, style));

    public void Joint(Point at) => _joints.Add(at);

    public void Text(Point at, string text, double size, TextAnchor anchor = TextAnchor.Start, bool bold = false, string colour = "#111111", Box? within = null) =>
        _texts.Add(new TextMark(at, text, size, anchor, bold, colour, within));
}
