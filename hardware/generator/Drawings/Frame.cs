namespace Quarantine.Hardware.Drawings;

/// <summary>
/// The place of one part with its circuit beside the board. Distances run from the page's edge towards the board, so that a module is drawn
/// the same on either side.
/// </summary>
/// <param name="Top">Its upper edge.</param>
public sealed record Frame(Drawing Drawing, bool OnRight, double Top)
{
    /// <summary>Distance at which a module ends and the wires to the board begin.</summary>
    public const double Edge = 334;

    private const double Margin = 20;

    public Point At(double along, double down) => new(OnRight ? Drawing.Width - Margin - along : Margin + along, Top + down);

    public Box Box(double along, double down, double width, double height) => Drawings.Box.Between(At(along, down), At(along + width, down + height));

    /// <summary>An anchor as if the text ran from the page's edge towards the board.</summary>
    public TextAnchor Anchor(TextAnchor anchor) => (OnRight, anchor) switch
    {
        (true, TextAnchor.Start) => TextAnchor.End,
        (true, TextAnchor.End) => TextAnchor.Start,
        _ => anchor,
    };
}
