using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Messages.Emergencies;

/// <summary>
/// What a household tells the pandemic workers, and nobody else: the only message that carries an identity (paper, 3.2).
/// </summary>
/// <param name="Name">Whom to ask for; 1 to 100 characters.</param>
/// <param name="Phone">Where to call back; up to 40 characters.</param>
/// <param name="Symptoms">In the household's words; up to 500 characters. Empty where the help button was pressed.</param>
/// <param name="Source">The button or the form.</param>
/// <param name="Time">When help was asked for.</param>
/// <param name="HouseNumber">The certificate that makes it credible.</param>
public sealed record EmergencyContent(
    string Name, string Phone, string Symptoms, EmergencySource Source, DateTimeOffset Time, SignedHouseNumber HouseNumber)
{
    public const int MaximumName = 100;
    public const int MaximumPhone = 40;
    public const int MaximumSymptoms = 500;

    /// <summary>Whether every text keeps its limit and has no control characters but line breaks.</summary>
    public bool IsWellFormed() =>
        Name.Length is >= 1 and <= MaximumName && Phone.Length <= MaximumPhone && Symptoms.Length <= MaximumSymptoms
        && Enum.IsDefined(Source)
        && !Name.Any(char.IsControl) && !Phone.Any(char.IsControl) && !Symptoms.Any(letter => char.IsControl(letter) && letter != '\n');
}
