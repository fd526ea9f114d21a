namespace Quarantine.Gateway.Presence;

/// <summary>Someone who came in from outside and was not away.</summary>
/// <param name="Arrived">The door opening that let the visitor in.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Visit(DateTimeOffset Arrived, double Confidence, PresenceRule Rule);
