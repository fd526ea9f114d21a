using Quarantine.Gateway.Presence;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>What a sensor event tells presence.</summary>
internal static class EventObservation
{
    /// <summary>Null for help and battery, which tell presence nothing.</summary>
    public static Observation? Of(StoredEvent item)
    {
        ObservationKind? kind = ((SensorKind)item.Kind, item.Value) switch
        {
            (SensorKind.Door, 0) => ObservationKind.DoorClosed,
            (SensorKind.Door, _) => ObservationKind.DoorOpened,
            (SensorKind.MotionInside, 0) => ObservationKind.InsideMotionCleared,
            (SensorKind.MotionInside, _) => ObservationKind.InsideMotion,
            (SensorKind.MotionOutside, 0) => ObservationKind.OutsideMotionCleared,
            (SensorKind.MotionOutside, _) => ObservationKind.OutsideMotion,
            (SensorKind.Tamper, 0) => ObservationKind.TamperCleared,
            (SensorKind.Tamper, _) => ObservationKind.Tampered,
            _ => null,
        };
        return kind is { } known ? new Observation(item.Time, known, item.Node) : null;
    }
}
