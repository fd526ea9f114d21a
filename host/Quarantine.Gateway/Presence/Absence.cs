namespace Quarantine.Gateway.Presence;

/// <summary>A span after a door event in which nothing moved inside; the stuff that trips are made of.</summary>
/// <param name="Left">The door event.</param>
/// <param name="DoorOpen">Whether the door stayed open.</param>
internal sealed record Absence(DateTimeOffset Left, bool DoorOpen)
{
    /// <summary>Since when stillness counts: <see cref="Left"/>, or the end of a fault after it.</summary>
    public required DateTimeOffset StillSince { get; init; }

    /// <summary>The door opening that ended it.</summary>
    public DateTimeOffset? Returned { get; init; }

    /// <summary>First motion inside that whoever left cannot have caused.</summary>
    public DateTimeOffset? FirstMotion { get; init; }

    /// <summary>Whether somebody was seen inside shortly before leaving.</summary>
    public bool SeenBefore { get; init; }

    public bool OutsideMotion { get; init; }

    /// <summary>Stillness lasted for the settling time before a fault began.</summary>
    public bool EstablishedBeforeFault { get; init; }

    /// <summary>A fault touches it.</summary>
    public bool Faulty { get; init; }

    public bool IsEstablishedAt(DateTimeOffset now, PresenceOptions options) =>
        FirstMotion is null && (EstablishedBeforeFault || now - StillSince >= options.SettlingTime);

    public Trip ToTrip(bool seenReturning)
    {
        const double One = 0.5, Cue = 0.2, Outside = 0.1, FaultFactor = 0.6, OpenDoorFactor = 0.7;
        var confidence = One + (SeenBefore ? Cue : 0) + (seenReturning ? Cue : 0) + (OutsideMotion ? Outside : 0);
        confidence *= (Faulty ? FaultFactor : 1) * (DoorOpen ? OpenDoorFactor : 1);
        return new Trip(Left, Returned, Math.Round(confidence, 2), Rule);
    }

    private PresenceRule Rule =>
        Faulty ? PresenceRule.AbsenceThroughFault
        : DoorOpen ? PresenceRule.OpenDoorNoMotion
        : OutsideMotion ? PresenceRule.ClosedDoorOutsideMotion
        : PresenceRule.ClosedDoorNoMotion;
}
