namespace Quarantine.Messages.Nodes;

/// <summary>What a sensor event is about. The numbers are stored.</summary>
public enum SensorKind
{
    Door = 0,
    MotionInside = 1,
    MotionOutside = 2,
    Tamper = 3,
    Help = 4,
    Battery = 5,
}
