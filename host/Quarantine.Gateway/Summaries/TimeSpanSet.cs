namespace Quarantine.Gateway.Summaries;

/// <summary>A union of spans of time: ascending, disjoint. Immutable.</summary>
internal sealed class TimeSpanSet
{
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _spans = [];

    public TimeSpanSet(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> spans)
    {
        foreach (var span in spans.Where(span => span.To > span.From).OrderBy(span => span.From))
        {
            if (_spans.Count > 0 && span.From <= _spans[^1].To)
            {
                _spans[^1] = (_spans[^1].From, Max(_spans[^1].To, span.To));
            }
            else
            {
                _spans.Add(span);
            }
        }
    }

    public TimeSpan Total => Sum(_spans);

    /// <summary>How much of from..to lies in none of the spans.</summary>
    public TimeSpan Outside(DateTimeOffset from, DateTimeOffset to) =>
        to <= from ? TimeSpan.Zero : to - from - Sum(_spans.Select(span => (Max(span.From, from), Min(span.To, to))));

    public static DateTimeOffset Max(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;

    public static DateTimeOffset Min(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static TimeSpan Sum(IEnumerable<(DateTimeOffset From, DateTimeOffset To)> spans) =>
        TimeSpan.FromTicks(spans.Sum(span => Math.Max(0, (span.To - span.From).Ticks)));
}
