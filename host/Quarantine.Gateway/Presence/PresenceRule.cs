namespace Quarantine.Gateway.Presence;

/// <summary>The rule that made a trip or a visit; kept in the household's own log.</summary>
public enum PresenceRule
{
    /// <summary>The door closed, and nothing moved inside until it opened again.</summary>
    ClosedDoorNoMotion,

    /// <summary>As <see cref="ClosedDoorNoMotion"/>, and motion was seen outside after the door closed.</summary>
    ClosedDoorOutsideMotion,

    /// <summary>As <see cref="ClosedDoorNoMotion"/>, but for motion so rare that nobody home can have caused it.</summary>
    ClosedDoorStrayMotion,

    /// <summary>As <see cref="ClosedDoorNoMotion"/>, but the door reported only one of opening and closing on leaving or returning.</summary>
    DoorEventMissed,

    /// <summary>The door stayed open, and nothing moved inside for the settling time.</summary>
    OpenDoorNoMotion,

    /// <summary>Sensing failed during the absence, after it was established.</summary>
    AbsenceThroughFault,

    /// <summary>Motion outside, then the door, then motion inside while somebody was home, and nobody went away again.</summary>
    ArrivalWhileHome,
}
