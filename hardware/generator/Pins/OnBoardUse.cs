namespace Quarantine.Hardware.Pins;

/// <summary>What the board itself has soldered to a pin.</summary>
/// <param name="Signal">The signal that this very circuit serves; null where it serves none.</param>
public sealed record OnBoardUse(int Gpio, string Use, string? Signal = null);
