namespace Quarantine.Demo.Scenario;

/// <summary>The truth about one absence.</summary>
/// <param name="Household">0 to 7.</param>
/// <param name="Day">0 to 2.</param>
/// <param name="Left">When the door closed behind whoever left.</param>
/// <param name="Returned">When the door opened again.</param>
public sealed record ScriptedTrip(int Household, int Day, DateTimeOffset Left, DateTimeOffset Returned);
