namespace Quarantine.Demo.Scenario;

/// <summary>One thing that happens.</summary>
/// <param name="Time">When, simulated.</param>
/// <param name="Household">0 to 7.</param>
/// <param name="Kind">What.</param>
public sealed record HouseAction(DateTimeOffset Time, int Household, ActionKind Kind);
