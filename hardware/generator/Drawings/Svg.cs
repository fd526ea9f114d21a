using System.Globalization;
using System.Security;
using System.Text;

namespace Quarantine.Hardware.Drawings;

/// <summary>A drawing as SVG, the same bytes for the same drawing.</summary>
public static class Svg
{
    public static string Of(Drawing drawing)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"297mm\" height=\"210mm\" viewBox=\"0 0 {N(Drawing.Width)} {N(Drawing.Height)}\" font-family=\"{TextMetrics.Family}\" role=\"img\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{SecurityElement.Escape(drawing.Title)}</title>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        foreach (var shape in drawing.Shapes)
        {
            Append(svg, shape);
        }

        foreach (var wire in drawing.Wires)
        {
            Append(svg, wire);
        }

        foreach (var joint in drawing.Joints)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{N(joint.X)}\" cy=\"{N(joint.Y)}\" r=\"4\" fill=\"#111111\"/>\n");
        }

        foreach (var text in drawing.Texts)
        {
            Append(svg, text);
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Append(StringBuilder svg, ShapeMark shape)
    {
        var radius = shape.Radius > 0 ? $" rx=\"{N(shape.Radius)}\"" : string.Empty;
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{N(shape.Box.X)}\" y=\"{N(shape.Box.Y)}\" width=\"{N(shape.Box.Width)}\" height=\"{N(shape.Box.Height)}\"{radius} fill=\"{shape.Fill}\" stroke=\"{shape.Stroke}\" stroke-width=\"1.4\"{Dash(shape.Dash)}/>\n");
    }

    private static void Append(StringBuilder svg, WireMark wire)
    {
        var points = string.Join(' ', wire.Points.Select(point => $"{N(point.X)},{N(point.Y)}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline points=\"{points}\" fill=\"none\" stroke=\"{wire.Style.Colour}\" stroke-width=\"{N(wire.Style.Width)}\" stroke-linejoin=\"round\"{Dash(wire.Style.Dash)}/>\n");
    }

    private static void Append(StringBuilder svg, TextMark text)
    {
        var anchor = text.Anchor switch { TextAnchor.Start => string.Empty, TextAnchor.Middle => " text-anchor=\"middle\"", _ => " text-anchor=\"end\"" };
        var weight = text.Bold ? " font-weight=\"bold\"" : string.Empty;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{N(text.At.X)}\" y=\"{N(text.At.Y)}\" font-size=\"{N(text.Size)}\"{anchor}{weight} fill=\"{text.Colour}\">{SecurityElement.Escape(text.Text)}</text>\n");
    }

    private static string Dash(string dash) => dash.Length == 0 ? string.Empty : $" stroke-dasharray=\"{dash}\"";

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
