namespace Quarantine.Hardware.Pins;

/// <summary>The pin that a board gives to a signal, and why this one.</summary>
public sealed record BoardPin(int Gpio, string Why);
