namespace Quarantine.Messages.Summaries;

/// <summary>What went wrong with the sensing in an interval; the byte at offset 1 of a packed state.</summary>
[Flags]
public enum SummaryFlags
{
    None = 0,
    Tampered = 1,
    SensorFault = 2,
    PowerFault = 4,
}
