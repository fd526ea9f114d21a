namespace Quarantine.Gateway.Emergencies;

/// <summary>Where a call for help stands. The numbers are stored.</summary>
public enum EmergencyStatus
{
    /// <summary>Kept, not sent yet.</summary>
    Pending = 0,

    /// <summary>Sent to the workers and to a relay.</summary>
    Sent = 1,

    /// <summary>A worker answered.</summary>
    Acknowledged = 2,

    /// <summary>A worker resolved it.</summary>
    Resolved = 3,
}
