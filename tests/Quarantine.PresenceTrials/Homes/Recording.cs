using Quarantine.Gateway.Presence;

namespace Quarantine.PresenceTrials.Homes;

/// <summary>What a home's sensors told, and what really happened there.</summary>
/// <param name="Arrived">Observations in the order in which they arrived.</param>
/// <param name="Absences">When nobody was home, ascending.</param>
/// <param name="Minutes">Length of the recording.</param>
internal sealed record Recording(IReadOnlyList<Observation> Arrived, IReadOnlyList<Span> Absences, double Minutes)
{
    public static readonly DateTimeOffset Start = new(2021, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset At(double minute) => Start.AddMilliseconds(Math.Round(minute * 60_000));

    public static double MinuteOf(DateTimeOffset time) => (time - Start).TotalMinutes;
}
