using Quarantine.PresenceTrials.Homes;

namespace Quarantine.PresenceTrials.Scoring;

/// <summary>How well absences were found.</summary>
/// <param name="Labelled">Absences of more than a minute that sensing could see.</param>
/// <param name="Found">Those that a trip matches: overlap at least half of the union, one to one.</param>
/// <param name="Judged">Trips of more than a minute.</param>
/// <param name="LabelledMinutes">Minutes of the absences.</param>
/// <param name="JudgedMinutes">Minutes of the trips.</param>
/// <param name="FalseAlarms">Times when an absence was established while somebody was home.</param>
/// <param name="Minutes">Minutes by truth and judgement.</param>
internal sealed record Score(
    int Labelled, int Found, int Judged, double LabelledMinutes, double JudgedMinutes, int FalseAlarms, Matrix Minutes)
{
    private const double Half = 0.5;

    public static readonly Score Empty = new(0, 0, 0, 0, 0, 0, Matrix.Empty);

    public double Precision => Judged == 0 ? 1 : (double)Found / Judged;

    public double Recall => Labelled == 0 ? 1 : (double)Found / Labelled;

    public double MinutesError => LabelledMinutes == 0 ? 0 : (JudgedMinutes / LabelledMinutes) - 1;

    /// <summary>At least 95 of 100 found, at most 5 of 100 false, minutes outside within 3 %.</summary>
    public bool ReachesGoals => Recall >= 0.95 && Precision >= 0.95 && Math.Abs(MinutesError) <= 0.03;

    public static Score Of(Recording home, Verdict verdict)
    {
        var labelled = Countable(home.Absences, verdict.Unknown);
        var judged = Countable(verdict.Trips, verdict.Unknown);
        return new Score(
            labelled.Count,
            Match(labelled, judged),
            judged.Count,
            labelled.Sum(span => span.Length),
            judged.Sum(span => span.Length),
            verdict.Alarms.Count(alarm => !home.Absences.Any(span => alarm >= span.From && alarm <= span.To)),
            Matrix.Of(home, verdict.Trips, verdict.Unknown));
    }

    public static Score operator +(Score left, Score right) => new(
        left.Labelled + right.Labelled,
        left.Found + right.Found,
        left.Judged + right.Judged,
        left.LabelledMinutes + right.LabelledMinutes,
        left.JudgedMinutes + right.JudgedMinutes,
        left.FalseAlarms + right.FalseAlarms,
        left.Minutes + right.Minutes);

    /// <summary>What touches a time of which the house itself says that it knows nothing is neither right nor wrong.</summary>
    private static List<Span> Countable(IEnumerable<Span> spans, IReadOnlyList<Span> unknown) =>
        [.. spans.Where(span => span.Length > 1 && !unknown.Any(gap => gap.Overlap(span) > 0))];

    private static int Match(List<Span> labelled, List<Span> judged)
    {
        var pairs = from label in Enumerable.Range(0, labelled.Count)
                    from trip in Enumerable.Range(0, judged.Count)
                    let likeness = labelled[label].Likeness(judged[trip])
                    where likeness >= Half
                    orderby likeness descending
                    select (label, trip);
        HashSet<int> labels = [], trips = [];
        foreach (var (label, trip) in pairs)
        {
            if (!labels.Contains(label) && !trips.Contains(trip))
            {
                labels.Add(label);
                trips.Add(trip);
            }
        }

        return labels.Count;
    }
}
