namespace Quarantine.Gateway.Presence;

/// <summary>What is judged for good: nothing that is still accepted can change it. Immutable.</summary>
/// <param name="Trips">Ascending.</param>
/// <param name="Visits">Ascending.</param>
/// <param name="Unknown">Spans of failed sensing; they may overlap.</param>
/// <param name="Tampers">Spans in which a node's case was open.</param>
public sealed record SettledPresence(
    IReadOnlyList<Trip> Trips, IReadOnlyList<Visit> Visits, IReadOnlyList<UnknownSpan> Unknown, IReadOnlyList<UnknownSpan> Tampers)
{
    public static readonly SettledPresence Nothing = new([], [], [], []);
}
