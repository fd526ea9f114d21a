namespace Quarantine.Gateway.Presence;

/// <summary>The times by which presence judges.</summary>
public sealed record PresenceOptions
{
    /// <summary>Nothing moving inside for this long after the door closed establishes an absence. 1 to 60 min, default 10 min.</summary>
    public TimeSpan SettlingTime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Motion this soon after the door closed is still that of whoever left. 0 to 60 s, default 10 s.</summary>
    public TimeSpan LeaveGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Motion this short before the door opens is that of whoever opens it from outside. 0 to 10 s, default 2 s.</summary>
    public TimeSpan ReturnLead { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a motion sensor holds its output after the last motion. 0 to 10 min, default 1 min.</summary>
    public TimeSpan MotionHold { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Absences shorter than this are steps outside the door, not trips. 0 to 10 min, default 1 min.</summary>
    public TimeSpan MinimumTrip { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Motion outside within this time of the door opening belongs to it. 5 s to 5 min, default 1 min.</summary>
    public TimeSpan OutsideWindow { get; set; } = TimeSpan.FromMinutes(1);
}
