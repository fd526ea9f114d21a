using Quarantine.Hardware.Drawings;

namespace Quarantine.Hardware.Rules;

/// <summary>Whether a drawing can be read: no text over text or wire, none cut off or too small, no two wires that cross.</summary>
public static class DrawingRules
{
    /// <summary>2.75 mm on A4.</summary>
    public const double SmallestText = 11;

    private const double Touch = 0.5;

    private static readonly Box Page = new(0, 0, Drawing.Width, Drawing.Height);

    public static IReadOnlyList<string> Check(Drawing drawing) =>
    [
        .. drawing.Texts.SelectMany(TextFaults),
        .. Pairs(drawing.Texts).Where(pair => pair.One.Box.Overlaps(pair.Other.Box)).Select(pair => $"'{pair.One.Text}' lies over '{pair.Other.Text}'"),
        .. drawing.Texts.SelectMany(text => drawing.Wires.Where(wire => wire.Segments.Any(segment => Grown(segment).Overlaps(text.Box))).Select(wire => $"'{text.Text}' lies over the wire {wire.Net}")),
        .. drawing.Texts.SelectMany(text => Above(drawing, text).Where(shape => shape.Box.Overlaps(text.Box) && !shape.Box.Contains(text.Box)).Select(shape => $"'{text.Text}' lies over the edge of the box at {shape.Box.X:0}, {shape.Box.Y:0}")),
        .. Pairs(drawing.Wires).Where(pair => pair.One.Net != pair.Other.Net && Meet(pair.One, pair.Other)).Select(pair => $"the wires {pair.One.Net} and {pair.Other.Net} cross"),
        .. drawing.Wires.SelectMany(wire => drawing.Shapes.Where(shape => shape.Closed && wire.Segments.Any(segment => Grown(segment).Overlaps(shape.Box.Shrunk(2)))).Select(shape => $"the wire {wire.Net} runs through the box at {shape.Box.X:0}, {shape.Box.Y:0}")),
    ];

    private static IEnumerable<string> TextFaults(TextMark text)
    {
        if (!(text.Within ?? Page).Contains(text.Box))
        {
            yield return $"'{text.Text}' leaves its place";
        }

        if (text.Size < SmallestText)
        {
            yield return $"'{text.Text}' is too small";
        }
    }

    /// <summary>The shapes that are drawn over the one that the text stands in.</summary>
    private static IEnumerable<ShapeMark> Above(Drawing drawing, TextMark text) =>
        drawing.Shapes.Skip(drawing.Shapes.Select((shape, index) => shape.Box == text.Within ? index + 1 : 0).DefaultIfEmpty().Max());

    private static bool Meet(WireMark one, WireMark other) => one.Segments.Any(segment => other.Segments.Any(otherSegment => Grown(segment).Overlaps(Grown(otherSegment))));

    /// <summary>A line has no area; this gives it one.</summary>
    private static Box Grown(Box segment) => segment.Shrunk(-Touch);

    private static IEnumerable<(T One, T Other)> Pairs<T>(IReadOnlyList<T> all) =>
        all.SelectMany((one, index) => all.Skip(index + 1).Select(other => (one, other)));
}
