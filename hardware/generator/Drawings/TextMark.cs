namespace Quarantine.Hardware.Drawings;

/// <summary>A line of text.</summary>
/// <param name="At">On the base line, at the anchor.</param>
/// <param name="Within">What the text must not leave; null: the page.</param>
public sealed record TextMark(Point At, string Text, double Size, TextAnchor Anchor, bool Bold, string Colour, Box? Within)
{
    public Box Box
    {
        get
        {
            var width = TextMetrics.Width(Text, Size, Bold);
            var left = At.X - (Anchor switch { TextAnchor.Start => 0, TextAnchor.Middle => width / 2, _ => width });
            return new Box(left, At.Y - (Size * TextMetrics.Ascent), width, Size * (TextMetrics.Ascent + TextMetrics.Descent));
        }
    }
}
