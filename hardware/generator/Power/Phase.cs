namespace Quarantine.Hardware.Power;

/// <summary>Something that takes current: at each wake-up, or all the rest of the day.</summary>
/// <param name="PerDay">How often a day; null: it is the rest of the day, added to the others of its kind.</param>
/// <param name="Milliseconds">How long each time; 0 for the rest of the day.</param>
/// <param name="Basis"><c>measured</c>, <c>datasheet</c>, <c>calculated</c> or <c>assumed</c>.</param>
public sealed record Phase(string Board, string Variant, string Name, double? PerDay, double Milliseconds, double Milliamperes, string Basis, string Source);
