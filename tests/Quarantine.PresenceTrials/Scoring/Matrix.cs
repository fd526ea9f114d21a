using Quarantine.PresenceTrials.Homes;

namespace Quarantine.PresenceTrials.Scoring;

/// <summary>Minutes by what was true and what was judged.</summary>
internal sealed record Matrix(double HomeHome, double HomeAway, double AwayHome, double AwayAway, double Unknown)
{
    public static readonly Matrix Empty = new(0, 0, 0, 0, 0);

    public static Matrix Of(Recording home, IReadOnlyList<Span> judged, IReadOnlyList<Span> unknown)
    {
        var marks = new SortedSet<double>([0, home.Minutes]);
        foreach (var span in home.Absences.Concat(judged).Concat(unknown))
        {
            marks.UnionWith([Math.Clamp(span.From, 0, home.Minutes), Math.Clamp(span.To, 0, home.Minutes)]);
        }

        var matrix = Empty;
        foreach (var (from, to) in marks.Zip(marks.Skip(1)))
        {
            var middle = (from + to) / 2;
            matrix += Cell(to - from, Holds(unknown, middle), Holds(home.Absences, middle), Holds(judged, middle));
        }

        return matrix;
    }

    public static Matrix operator +(Matrix left, Matrix right) => new(
        left.HomeHome + right.HomeHome,
        left.HomeAway + right.HomeAway,
        left.AwayHome + right.AwayHome,
        left.AwayAway + right.AwayAway,
        left.Unknown + right.Unknown);

    private static Matrix Cell(double minutes, bool unknown, bool away, bool judgedAway) => (unknown, away, judgedAway) switch
    {
        (true, _, _) => Empty with { Unknown = minutes },
        (_, false, false) => Empty with { HomeHome = minutes },
        (_, false, true) => Empty with { HomeAway = minutes },
        (_, true, false) => Empty with { AwayHome = minutes },
        _ => Empty with { AwayAway = minutes },
    };

    private static bool Holds(IReadOnlyList<Span> spans, double minute) => spans.Any(span => minute >= span.From && minute < span.To);
}
