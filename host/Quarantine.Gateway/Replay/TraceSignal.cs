namespace Quarantine.Gateway.Replay;

/// <summary>What a line of a trace says happened; in the order in which presence takes what happened at the same moment.</summary>
internal enum TraceSignal : byte
{
    DoorOpened,
    DoorClosed,
    InsideMotion,
    InsideMotionCleared,
    OutsideMotion,
    OutsideMotionCleared,
    Tampered,
    TamperCleared,
    NetworkLost,
    PowerLost,
    NetworkBack,
    PowerBack,
}
