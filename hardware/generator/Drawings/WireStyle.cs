namespace Quarantine.Hardware.Drawings;

/// <summary>How a wire is drawn. The colours are those of Okabe and Ito, told apart by the colour-blind; the dashes tell them apart in grey.</summary>
/// <param name="Dash">Lengths of dash and gap; empty: solid.</param>
public sealed record WireStyle(string ColourName, string Colour, string Dash, double Width = 3.2)
{
    public static WireStyle Thin { get; } = new("black", "#222222", string.Empty, 1.6);

    private static readonly Dictionary<string, WireStyle> Signals = new(StringComparer.Ordinal)
    {
        ["door"] = new("blue", "#0072B2", string.Empty),
        ["tamper"] = new("vermilion", "#D55E00", "12 4"),
        ["motionInside"] = new("green", "#009E73", "2.5 3.5"),
        ["motionOutside"] = new("sky blue", "#3E9BD3", "12 3 2.5 3"),
        ["help"] = new("purple", "#AA4499", "18 3"),
        ["battery"] = new("orange", "#C98300", "6 3"),
        ["ledGreen"] = new("dark green", "#117733", "4 2"),
        ["ledRed"] = new("wine", "#882255", "9 2 2 2"),
    };

    public static WireStyle OfSignal(string name) => Signals[name];
}
