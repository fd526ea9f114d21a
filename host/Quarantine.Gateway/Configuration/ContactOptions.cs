using Quarantine.Messages.Emergencies;

namespace Quarantine.Gateway.Configuration;

/// <summary>What a call for help says of the household. It leaves the house only sealed to the workers.</summary>
public sealed record ContactOptions
{
    /// <summary>Whom to ask for; 1 to 100 characters. Required.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where to call back; up to 40 characters. Default empty.</summary>
    public string Phone { get; set; } = "";

    internal void Validate()
    {
        Check.That(Name.Length is >= 1 and <= EmergencyContent.MaximumName && !Name.Any(char.IsControl), "Contact:Name", "must have 1 to 100 characters");
        Check.That(Phone.Length <= EmergencyContent.MaximumPhone && !Phone.Any(char.IsControl), "Contact:Phone", "must have up to 40 characters");
    }
}
