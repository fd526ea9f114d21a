namespace Quarantine.Gateway.Presence;

/// <summary>The time after a door event, as long as it may prove that the house is empty; the stuff that trips are made of. Immutable.</summary>
/// <param name="Left">The door event.</param>
/// <param name="DoorOpen">Whether the door stayed open.</param>
internal sealed record Absence(DateTimeOffset Left, bool DoorOpen)
{
    /// <summary>Doors that moved so often, each time with nobody seen for the settling time, tell of a motion sensor that is dead.</summary>
    private const int SilentSpansOfDeadSensor = 4;

    /// <summary>Since when stillness counts: <see cref="Left"/>, or the end of a fault after it.</summary>
    public required DateTimeOffset StillSince { get; init; }

    /// <summary>The door event that ended it.</summary>
    public DateTimeOffset? Returned { get; init; }

    /// <summary>Motion inside that whoever left cannot have caused.</summary>
    public MotionTally Motion { get; init; } = MotionTally.None;

    /// <summary>
    /// Last motion shortly after the door event: of somebody who came in or stayed, or of a sensor at the door that cools down.
    /// </summary>
    public DateTimeOffset? Lingered { get; init; }

    public DateTimeOffset? LastMotion => Motion.Last ?? Lingered;

    /// <summary>Nothing speaks against an empty house.</summary>
    public bool IsSilent => LastMotion is null;

    /// <summary>Whether somebody was seen inside shortly before leaving.</summary>
    public bool SeenBefore { get; init; }

    public bool OutsideMotion { get; init; }

    /// <summary>Stillness lasted for the settling time before a fault began.</summary>
    public bool EstablishedBeforeFault { get; init; }

    /// <summary>A fault touches it.</summary>
    public bool Faulty { get; init; }

    /// <summary>Motion was overlooked in it.</summary>
    public bool Stray => !IsSilent;

    /// <summary>At one end the door reported only one of opening and closing.</summary>
    public bool DoorMissed { get; init; }

    /// <summary>The absence as a report of the door would have ended it that may have been a mere sign of life.</summary>
    public Absence? Unconfirmed { get; init; }

    /// <summary>Spans of the settling time or longer, between door events, of which it consists.</summary>
    public int SilentSpans { get; init; }

    /// <summary>The door moved again and again, and nobody was ever seen.</summary>
    public bool IsDeadSensor => SilentSpans >= SilentSpansOfDeadSensor;

    private PresenceRule Rule =>
        Faulty ? PresenceRule.AbsenceThroughFault
        : DoorOpen ? PresenceRule.OpenDoorNoMotion
        : Stray ? PresenceRule.ClosedDoorStrayMotion
        : DoorMissed ? PresenceRule.DoorEventMissed
        : OutsideMotion ? PresenceRule.ClosedDoorOutsideMotion
        : PresenceRule.ClosedDoorNoMotion;

    /// <summary>This absence and one right after it: the door moved in between, but nobody came in.</summary>
    public Absence Then(Absence later) => this with
    {
        Returned = later.Returned,
        Faulty = Faulty || later.Faulty,
        Lingered = Lingered ?? later.Lingered,
        Motion = Motion.First is null ? later.Motion : Motion,
        DoorMissed = DoorMissed || later.DoorMissed,
        OutsideMotion = OutsideMotion || later.OutsideMotion,
        SilentSpans = SilentSpans + later.SilentSpans,
    };

    /// <summary>The span in which a motion sensor must have been dead.</summary>
    public UnknownSpan ToDeadSensor() => new(Left, Returned, UnknownCause.Sensor);

    public Trip ToTrip(bool seenReturning)
    {
        const double One = 0.5, Cue = 0.2, Outside = 0.1, FaultFactor = 0.6, WeakFactor = 0.7;
        var confidence = One + (SeenBefore ? Cue : 0) + (seenReturning ? Cue : 0) + (OutsideMotion ? Outside : 0);
        confidence *= (Faulty ? FaultFactor : 1) * (DoorOpen || Stray || DoorMissed ? WeakFactor : 1);
        return new Trip(Left, Returned, Math.Round(confidence, 2), Rule);
    }
}
