namespace Quarantine.Worker.Desk;

/// <summary>What was checked of an emergency, and what came out.</summary>
/// <param name="Name">What was checked, for a person.</param>
/// <param name="Holds">Whether it holds.</param>
/// <param name="Detail">What was compared; fit for a screen.</param>
public sealed record EmergencyCheck(string Name, bool Holds, string Detail);
