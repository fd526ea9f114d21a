namespace Quarantine.Hardware.Pins;

/// <summary>One line between the firmware and the world.</summary>
/// <param name="Name">Name of the constructor parameter in the firmware's <c>BoardPins</c>.</param>
/// <param name="Kind"><c>contact</c>, <c>pir</c>, <c>led</c> or <c>battery</c>.</param>
/// <param name="Idle">Level that the outside gives while the chip starts: <c>high</c>, <c>low</c> or <c>either</c>.</param>
/// <param name="Wakes">Whether it must be able to wake the chip.</param>
public sealed record Signal(string Name, string Kind, string Idle, bool Wakes, string Meaning)
{
    public const string Contact = "contact";
    public const string Pir = "pir";
    public const string Led = "led";
    public const string Battery = "battery";
}
