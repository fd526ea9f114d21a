using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Replay;

/// <summary>One event of a trace: small, since a trace may hold millions.</summary>
/// <param name="Ticks">UTC.</param>
/// <param name="Signal">What happened.</param>
internal readonly record struct TraceEvent(long Ticks, TraceSignal Signal) : IComparable<TraceEvent>
{
    public DateTimeOffset Time => new(Ticks, TimeSpan.Zero);

    public static bool operator <(TraceEvent left, TraceEvent right) => left.CompareTo(right) < 0;

    public static bool operator >(TraceEvent left, TraceEvent right) => left.CompareTo(right) > 0;

    public static bool operator <=(TraceEvent left, TraceEvent right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TraceEvent left, TraceEvent right) => left.CompareTo(right) >= 0;

    public int CompareTo(TraceEvent other)
    {
        var time = Ticks.CompareTo(other.Ticks);
        return time != 0 ? time : Signal.CompareTo(other.Signal);
    }

    public Observation ToObservation()
    {
        var (kind, source, cause) = Signal switch
        {
            TraceSignal.DoorOpened => (ObservationKind.DoorOpened, "door", UnknownCause.None),
            TraceSignal.DoorClosed => (ObservationKind.DoorClosed, "door", UnknownCause.None),
            TraceSignal.InsideMotion => (ObservationKind.InsideMotion, "motion-inside", UnknownCause.None),
            TraceSignal.InsideMotionCleared => (ObservationKind.InsideMotionCleared, "motion-inside", UnknownCause.None),
            TraceSignal.OutsideMotion => (ObservationKind.OutsideMotion, "motion-outside", UnknownCause.None),
            TraceSignal.OutsideMotionCleared => (ObservationKind.OutsideMotionCleared, "motion-outside", UnknownCause.None),
            TraceSignal.Tampered => (ObservationKind.Tampered, "tamper", UnknownCause.None),
            TraceSignal.TamperCleared => (ObservationKind.TamperCleared, "tamper", UnknownCause.None),
            TraceSignal.NetworkLost => (ObservationKind.FaultBegan, "network", UnknownCause.Network),
            TraceSignal.PowerLost => (ObservationKind.FaultBegan, "power", UnknownCause.Power),
            TraceSignal.NetworkBack => (ObservationKind.FaultEnded, "network", UnknownCause.Network),
            TraceSignal.PowerBack => (ObservationKind.FaultEnded, "power", UnknownCause.Power),
            _ => throw new InvalidOperationException($"Signal {Signal} is none."),
        };
        return new Observation(Time, kind, source, cause);
    }
}
