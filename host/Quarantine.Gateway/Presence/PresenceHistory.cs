namespace Quarantine.Gateway.Presence;

/// <summary>What is judged at one moment about the past that is still kept. Immutable.</summary>
/// <param name="State">What the house does at that moment.</param>
/// <param name="Trips">Ascending; the last may still be going on.</param>
/// <param name="Visits">Ascending.</param>
/// <param name="Unknown">Spans of failed sensing; they may overlap.</param>
/// <param name="Tampers">Spans in which a node's case was open.</param>
public sealed record PresenceHistory(
    PresenceState State,
    IReadOnlyList<Trip> Trips,
    IReadOnlyList<Visit> Visits,
    IReadOnlyList<UnknownSpan> Unknown,
    IReadOnlyList<UnknownSpan> Tampers);
