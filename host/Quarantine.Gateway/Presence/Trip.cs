namespace Quarantine.Gateway.Presence;

/// <summary>An absence.</summary>
/// <param name="Left">The door event since which the house is empty.</param>
/// <param name="Returned">The door event that ended it; null while it lasts.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rule">The rule that found it.</param>
public sealed record Trip(DateTimeOffset Left, DateTimeOffset? Returned, double Confidence, PresenceRule Rule);
