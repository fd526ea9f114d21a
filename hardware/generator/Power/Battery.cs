namespace Quarantine.Hardware.Power;

/// <summary>What a node lives on.</summary>
/// <param name="UsablePercent">Part of the capacity until the board's regulator gives up, with ageing.</param>
public sealed record Battery(string Board, string Variant, string Name, double CapacityMilliampereHours, double UsablePercent, double SelfDischargePercentPerMonth, string Source);
