namespace Quarantine.Gateway.Presence;

/// <summary>A span of which nothing is known.</summary>
/// <param name="From">Start.</param>
/// <param name="To">End; null while it lasts.</param>
/// <param name="Cause">Why.</param>
public sealed record UnknownSpan(DateTimeOffset From, DateTimeOffset? To, UnknownCause Cause);
