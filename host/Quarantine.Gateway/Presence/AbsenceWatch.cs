namespace Quarantine.Gateway.Presence;

/// <summary>
/// Looks for absences: each report of the door begins a doubt, motion inside speaks against it, the next report of the door ends it. Not
/// thread-safe.
/// </summary>
internal sealed class AbsenceWatch(PresenceOptions options)
{
    private static readonly TimeSpan SeenBeforeWindow = TimeSpan.FromMinutes(5);

    /// <summary>A motion sensor at the door may fire again this long after whoever left.</summary>
    private static readonly TimeSpan CoolDown = TimeSpan.FromMinutes(1);

    /// <summary>Whoever comes in is seen this soon.</summary>
    private static readonly TimeSpan ArrivalWindow = TimeSpan.FromMinutes(2);

    private ReturnedAbsences _returned = new();
    private HouseActivity _habits;
    private DoorContact _door;
    private Arrival _arrival;
    private Absence? _absence;

    /// <summary>Absences that the door has ended.</summary>
    public ReturnedAbsences Returned => _returned;

    public DateTimeOffset? LastInside { get; private set; }

    /// <summary>Whether somebody was seen inside since the door last moved, or the door never did.</summary>
    public bool IsSomebodySeen => LastInside is not null && _absence is not { IsSilent: true };

    /// <summary>From when on what is found may still change.</summary>
    public DateTimeOffset? UnsettledSince => _returned.Last?.Left ?? _absence?.Left;

    /// <summary>When the absence in doubt will be established if nothing is seen; null where none is in doubt.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now) =>
        _absence is { IsSilent: true, DoorMissed: false } absence && !absence.IsEstablishedAt(now, _habits, options)
            ? absence.StillSince + options.SettlingTime
            : null;

    /// <summary>The absence that is established at a moment, and goes on.</summary>
    /// <param name="now">Not before the last observation.</param>
    /// <param name="faulty">Whether sensing fails at that moment.</param>
    public Absence? OngoingAt(DateTimeOffset now, bool faulty)
    {
        if (_absence is not { } absence || !absence.IsEstablishedAt(now, _habits, options) || (faulty && !absence.EstablishedBeforeFault))
        {
            return null;
        }

        return _returned.Last?.Then(absence) ?? absence;
    }

    public void DoorMoves(DateTimeOffset time, bool open, bool faulty)
    {
        var report = _door.Judge(open);
        _door = _door.With(open);
        if (report != DoorReport.Repetition)
        {
            ConfirmReturn(time, faulty);
        }

        _arrival = open ? Arrival.None : _arrival;
        if (Ended(time, report, faulty) is { } ended)
        {
            End(ended, report, faulty);
        }
        else if (report != DoorReport.Repetition)
        {
            Learn(time);
            _absence = Begin(time, faulty);
        }
        else if (_absence is null || (IsSeenBefore(time) && !_absence.IsSilent))
        {
            _absence = Begin(time, faulty) with { DoorMissed = true };
        }
    }

    public void SeeInside(DateTimeOffset time, bool faulty)
    {
        LastInside = time;
        ConfirmReturn(time, faulty);
        _returned.Complete();
        _arrival = _arrival == Arrival.None ? Arrival.None : Arrival.Seen;
        if (_absence is { } absence)
        {
            _absence = With(absence, time);
        }
    }

    /// <summary>Something must have moved until a moment in the past.</summary>
    public bool SeeInsideUntil(DateTimeOffset time, bool faulty)
    {
        var counts = (LastInside is not { } last || time > last) && _absence is { } absence && time > absence.Left;
        if (counts)
        {
            SeeInside(time, faulty);
        }

        return counts;
    }

    public void SeeOutside(DateTimeOffset time)
    {
        if (_absence is { } absence && time - absence.Left <= options.OutsideWindow)
        {
            _absence = absence with { OutsideMotion = true };
        }
    }

    /// <param name="time">When.</param>
    /// <param name="faulty">Whether another fault had begun before.</param>
    public void BeginFault(DateTimeOffset time, bool faulty)
    {
        if (_absence is { } absence)
        {
            var established = absence.EstablishedBeforeFault || (!faulty && absence.IsEstablishedAt(time, _habits, options));
            _absence = absence with { Faulty = true, EstablishedBeforeFault = established };
        }
    }

    /// <summary>The last fault is over: stillness counts anew.</summary>
    public void EndFault(DateTimeOffset time) => _absence = _absence is { } absence ? absence with { StillSince = time } : null;

    public AbsenceWatch Clone() => new(options)
    {
        _returned = _returned.Clone(),
        _habits = _habits,
        _door = _door,
        _arrival = _arrival,
        _absence = _absence,
        LastInside = LastInside,
    };

    private Absence Begin(DateTimeOffset time, bool faulty) => new(time, _door.IsOpen == true)
    {
        StillSince = time,
        SeenBefore = IsSeenBefore(time),
        Lingered = _arrival == Arrival.Seen ? time : null,
        Faulty = faulty,
    };

    private bool IsSeenBefore(DateTimeOffset time) => LastInside is { } seen && time - seen <= SeenBeforeWindow;

    private Absence With(Absence absence, DateTimeOffset motion) =>
        motion - absence.Left > CoolDown ? absence with { Motion = absence.Motion.With(motion) }
        : motion - absence.Left > options.LeaveGrace || _arrival == Arrival.Seen ? absence with { Lingered = motion }
        : absence;

    private Absence? Ended(DateTimeOffset time, DoorReport report, bool faulty) =>
        _absence is { } absence && (!faulty || absence.EstablishedBeforeFault)
            ? absence.EndedBy(time, report, _door.IsOpen == true, _habits, options)
            : null;

    /// <summary>A report that may be a mere sign of life ends an absence only where somebody is seen.</summary>
    private void End(Absence ended, DoorReport report, bool faulty)
    {
        var seen = _absence!.LastMotion != ended.LastMotion;
        if (report == DoorReport.Repetition && !seen)
        {
            _absence = _absence with { Unconfirmed = ended };
            return;
        }

        _arrival = seen ? Arrival.Seen : Arrival.Unseen;
        _returned.Add(ended);
        _absence = Begin(ended.Returned!.Value, faulty);
        if (seen)
        {
            _returned.Complete();
        }
    }

    /// <summary>Motion, or a door that goes on moving, shows that the door had not merely told that it lives.</summary>
    private void ConfirmReturn(DateTimeOffset time, bool faulty)
    {
        if (_absence is not { Unconfirmed: { } ended } absence)
        {
            return;
        }

        _absence = absence with { Unconfirmed = null };
        if (time - ended.Returned <= ArrivalWindow)
        {
            End(ended, DoorReport.Movement, faulty);
        }
    }

    /// <summary>Somebody was home until the door moved: that is how this house looks then.</summary>
    private void Learn(DateTimeOffset door)
    {
        if (_absence is { Faulty: false, DoorMissed: false, Motion.ActiveMinutes: > 0 } absence && door - absence.Left >= options.SettlingTime)
        {
            var seenSoon = absence.Lingered is not null || absence.Motion.First - absence.Left < options.SettlingTime;
            _habits = _habits.With(door - absence.Left, absence.Motion.ActiveMinutes, seenSoon);
        }
    }
}
