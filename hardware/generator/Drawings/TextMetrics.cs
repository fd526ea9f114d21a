namespace Quarantine.Hardware.Drawings;

/// <summary>
/// Widths of Helvetica, which Arial and Liberation Sans share, in thousandths of the size: so that a test knows what a viewer will draw.
/// </summary>
public static class TextMetrics
{
    public const string Family = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    /// <summary>Above and below the base line, in parts of the size.</summary>
    public const double Ascent = 0.73;
    public const double Descent = 0.21;

    private const int First = ' ';
    private const string BeyondAscii = "Ωµ–−·→°≥×";

    private static readonly int[] Regular =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private static readonly int[] Bold =
    [
        278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
        975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
        333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
    ];

    private static readonly int[] Others = [802, 576, 556, 584, 278, 1000, 400, 549, 584];

    /// <exception cref="ArgumentException">A character is not in the tables.</exception>
    public static double Width(string text, double size, bool bold) => text.Sum(c => WidthOf(c, bold)) * size / 1000;

    private static int WidthOf(char c, bool bold)
    {
        var table = bold ? Bold : Regular;
        if (c >= First && c - First < table.Length)
        {
            return table[c - First];
        }

        var other = BeyondAscii.IndexOf(c, StringComparison.Ordinal);
        return other >= 0 ? Others[other] : throw new ArgumentException($"No width is known for '{c}'.", nameof(c));
    }
}
