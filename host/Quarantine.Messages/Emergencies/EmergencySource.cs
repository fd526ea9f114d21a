namespace Quarantine.Messages.Emergencies;

/// <summary>How help was asked for.</summary>
public enum EmergencySource
{
    Button = 0,
    Form = 1,
}
