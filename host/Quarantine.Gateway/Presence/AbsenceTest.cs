namespace Quarantine.Gateway.Presence;

/// <summary>Whether the time after a door event shows that the house is empty.</summary>
internal static class AbsenceTest
{
    /// <summary>Whoever comes in by a door whose opening was missed is seen this long before it closes.</summary>
    private static readonly TimeSpan MissedOpeningLead = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Whether stillness is established at a moment without a door event. It is not before the door moves again where it said what it had
    /// said before, and may only have told that it lives; nor where somebody may have stayed and gone to bed.
    /// </summary>
    public static bool IsEstablishedAt(this Absence absence, DateTimeOffset now, HouseActivity habits, PresenceOptions options) =>
        absence is { DoorMissed: false, Lingered: null }
        && (absence.EstablishedBeforeFault || now - absence.StillSince >= options.SettlingTime)
        && absence.IsEmpty(now, habits, options);

    /// <summary>
    /// The absence that the door ends at <paramref name="door"/>; null where somebody was home, or the time was too short or too uncertain.
    /// </summary>
    public static Absence? EndedBy(
        this Absence absence, DateTimeOffset door, DoorReport report, bool open, HouseActivity habits, PresenceOptions options)
    {
        var repeated = report == DoorReport.Repetition;
        var motion = absence.Motion.WithoutArrival(door, repeated && !open ? MissedOpeningLead : options.ReturnLead);
        var ended = absence with
        {
            Returned = door,
            Motion = motion,
            DoorOpen = absence.DoorOpen && report == DoorReport.Movement,
            DoorMissed = absence.DoorMissed || repeated,
            Unconfirmed = null,
            SilentSpans = door - absence.Left >= options.SettlingTime ? 1 : 0,
        };
        var doubtful = (repeated && (absence.DoorMissed || absence.Lingered is not null)) || door - ended.LastMotion < options.QuietBeforeReturn;
        return !doubtful && ended.Lasts(options) && ended.IsEmptyBefore(door, habits, options) ? ended : null;
    }

    private static bool IsEmptyBefore(this Absence absence, DateTimeOffset door, HouseActivity habits, PresenceOptions options) =>
        absence.IsEmpty(door, habits, options) || (absence.Motion.First is null && habits.SeesWhoStays);

    /// <summary>Nothing moved, or so little after so long a stillness that nobody can have been home.</summary>
    private static bool IsEmpty(this Absence absence, DateTimeOffset now, HouseActivity habits, PresenceOptions options) =>
        absence.IsSilent
        || ((absence.Motion.First ?? now) - absence.StillSince >= options.SettlingTime
            && habits.IsStray(absence.Motion, now - absence.Left, options.StrayMotionShare));

    private static bool Lasts(this Absence absence, PresenceOptions options)
    {
        var settled = absence.EstablishedBeforeFault || absence.Returned - absence.StillSince >= options.SettlingTime;
        return absence.Faulty || absence.DoorOpen ? settled : absence.Returned - absence.Left >= options.MinimumTrip;
    }
}
