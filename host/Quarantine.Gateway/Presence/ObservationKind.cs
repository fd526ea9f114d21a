namespace Quarantine.Gateway.Presence;

/// <summary>What a sensor, or the watch over the sensors, saw.</summary>
public enum ObservationKind
{
    DoorOpened,
    DoorClosed,
    InsideMotion,
    InsideMotionCleared,
    OutsideMotion,
    OutsideMotionCleared,
    Tampered,
    TamperCleared,
    FaultBegan,
    FaultEnded,
}
