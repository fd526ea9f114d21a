namespace Quarantine.Demo.Scenario;

/// <summary>What happens in a house, or is done to it.</summary>
public enum ActionKind
{
    DoorOpens,
    DoorCloses,
    MotionBegins,
    MotionEnds,
    PowerOff,
    PowerOn,
    HelpPressed,
}
