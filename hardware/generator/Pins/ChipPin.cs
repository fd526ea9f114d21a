namespace Quarantine.Hardware.Pins;

/// <summary>What one pin of the chip can do, and what it does by itself while the chip starts.</summary>
/// <param name="Gpio">GPIO number.</param>
/// <param name="Output">False: input only, and without pull resistors in the chip.</param>
/// <param name="Reset">State after reset.</param>
/// <param name="Adc"><c>ADC1_CH7</c>, or null.</param>
/// <param name="Rtc">Number of the RTC pin, which can wake the chip from deep sleep; or null.</param>
/// <param name="Strap">Level that a normal start needs, <c>high</c> or <c>low</c>; null where the level does not matter.</param>
/// <param name="StrapMeaning">What another level does.</param>
/// <param name="Reserved">What uses the pin always; null where it is free.</param>
/// <param name="Caution">What to mind where it is used nevertheless.</param>
public sealed record ChipPin(
    int Gpio,
    bool Output,
    string Reset,
    string? Adc = null,
    int? Rtc = null,
    string? Strap = null,
    string? StrapMeaning = null,
    string? Reserved = null,
    string? Caution = null)
{
    public const string NoPull = "none";

    private const string FirstUnit = "ADC1_CH";

    /// <summary>Channel of the converter that works beside Wi-Fi; or null.</summary>
    public int? FirstAdcChannel =>
        Adc is not null && Adc.StartsWith(FirstUnit, StringComparison.Ordinal) && int.TryParse(Adc[FirstUnit.Length..], out var channel) ? channel : null;
}
