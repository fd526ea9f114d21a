namespace Quarantine.Gateway.Presence;

/// <summary>
/// The judgement of presence as a fold over observations in ascending order: each door event begins an absence, motion inside speaks against
/// it, the next door event ends it. Not thread-safe.
/// </summary>
internal sealed class PresenceFold(PresenceOptions options)
{
    private static readonly TimeSpan SeenBeforeWindow = TimeSpan.FromMinutes(5);

    /// <summary>A motion sensor at the door may fire again this long after whoever left.</summary>
    private static readonly TimeSpan CoolDown = TimeSpan.FromMinutes(1);

    /// <summary>Whoever comes in is seen this soon.</summary>
    private static readonly TimeSpan ArrivalWindow = TimeSpan.FromMinutes(2);

    private readonly List<Trip> _trips = [];
    private readonly List<UnknownSpan> _deadSensors = [];
    private readonly List<UnknownSpan> _tampers = [];
    private readonly Dictionary<string, DateTimeOffset> _activeMotion = [];
    private FaultLedger _faults = new();
    private ArrivalWatch _arrivals = new(options);
    private HouseActivity _habits;

    /// <summary>The time since the last door event.</summary>
    private Absence? _absence;

    /// <summary>An absence that a door event ended, while nobody was seen inside since.</summary>
    private Absence? _returning;
    private DoorContact _door;
    private Arrival _arrival;
    private DateTimeOffset? _lastInside;
    private DateTimeOffset? _tamperedSince;

    /// <summary>From when on the judgement may still change, whatever comes after the last observation; null where it will not.</summary>
    public DateTimeOffset? UnsettledSince
    {
        get
        {
            var absence = _returning?.Left ?? _absence?.Left;
            var arrival = _arrivals.UnsettledSince;
            return absence is null || arrival < absence ? arrival : absence;
        }
    }

    public void Apply(Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.DoorOpened:
                OpenDoor(observation.Time);
                break;
            case ObservationKind.DoorClosed:
                CloseDoor(observation.Time);
                break;
            case ObservationKind.InsideMotion:
                _activeMotion[observation.Source] = observation.Time;
                SeeInside(observation.Time);
                break;
            case ObservationKind.InsideMotionCleared:
                ClearInside(observation);
                break;
            case ObservationKind.OutsideMotion:
                SeeOutside(observation.Time);
                break;
            case ObservationKind.Tampered:
                _tamperedSince ??= observation.Time;
                break;
            case ObservationKind.TamperCleared:
                ClearTamper(observation.Time);
                break;
            case ObservationKind.FaultBegan:
                BeginFault(observation);
                break;
            case ObservationKind.FaultEnded:
                EndFault(observation);
                break;
            default:
                break;
        }
    }

    /// <summary>What is judged at <paramref name="now"/>, which is not before the last observation.</summary>
    public PresenceHistory HistoryAt(DateTimeOffset now)
    {
        var trips = new List<Trip>(_trips);
        var unknown = _faults.Spans.Concat(_deadSensors);
        if (OpenAbsenceAt(now) is { } open)
        {
            if (open.IsDeadSensor)
            {
                unknown = unknown.Append(DeadSensor(open));
            }
            else
            {
                trips.Add(open.ToTrip(seenReturning: false));
            }
        }

        var tampers = _tamperedSince is { } since ? _tampers.Append(new UnknownSpan(since, null, UnknownCause.None)) : _tampers;
        return new PresenceHistory(StateAt(now), trips, [.. _arrivals.VisitsAt(now)], [.. unknown.OrderBy(span => span.From)], [.. tampers]);
    }

    /// <summary>When the absence in doubt will be established if nothing is seen; null where none is in doubt.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now) =>
        _absence is { IsSilent: true, DoorMissed: false } absence && !_faults.IsActive && !absence.IsEstablishedAt(now, _habits, options)
            ? absence.StillSince + options.SettlingTime
            : null;

    /// <summary>Drops what ended before a moment, and returns it.</summary>
    public SettledPresence Forget(DateTimeOffset before) => new(
        Take(_trips, trip => trip.Returned < before),
        _arrivals.Forget(before),
        [.. _faults.Forget(before), .. Take(_deadSensors, span => span.To < before)],
        Take(_tampers, span => span.To < before));

    public PresenceFold Clone()
    {
        var copy = new PresenceFold(options)
        {
            _faults = _faults.Clone(),
            _arrivals = _arrivals.Clone(),
            _habits = _habits,
            _absence = _absence,
            _returning = _returning,
            _door = _door,
            _arrival = _arrival,
            _lastInside = _lastInside,
            _tamperedSince = _tamperedSince,
        };
        copy._trips.AddRange(_trips);
        copy._deadSensors.AddRange(_deadSensors);
        copy._tampers.AddRange(_tampers);
        foreach (var motion in _activeMotion)
        {
            copy._activeMotion.Add(motion.Key, motion.Value);
        }

        return copy;
    }

    private static List<T> Take<T>(List<T> items, Predicate<T> ended)
    {
        var taken = items.FindAll(ended);
        items.RemoveAll(ended);
        return taken;
    }

    private static UnknownSpan DeadSensor(Absence absence) => new(absence.Left, absence.Returned, UnknownCause.Sensor);

    private PresenceState StateAt(DateTimeOffset now)
    {
        if (OngoingAt(now) is { } ongoing)
        {
            return ongoing.IsDeadSensor ? PresenceState.Unknown : PresenceState.Away;
        }

        return _faults.IsActive || _lastInside is null ? PresenceState.Unknown : PresenceState.Home;
    }

    private Absence? OpenAbsenceAt(DateTimeOffset now) => OngoingAt(now) ?? _returning;

    private Absence? OngoingAt(DateTimeOffset now)
    {
        if (_absence is not { } absence || !absence.IsEstablishedAt(now, _habits, options)
            || (_faults.IsActive && !absence.EstablishedBeforeFault))
        {
            return null;
        }

        return _returning is { } earlier ? earlier.Then(absence) : absence;
    }

    private void OpenDoor(DateTimeOffset time)
    {
        _arrivals.Opened(time, somebodyHome: _lastInside is not null && _absence is not { IsSilent: true });
        MoveDoor(time, open: true);
    }

    private void CloseDoor(DateTimeOffset time)
    {
        _arrivals.Closed(time);
        MoveDoor(time, open: false);
    }

    private void MoveDoor(DateTimeOffset time, bool open)
    {
        var report = _door.Judge(open);
        _door = _door.With(open);
        if (report != DoorReport.Repetition)
        {
            ConfirmReturn(time);
        }

        _arrival = open ? Arrival.None : _arrival;
        if (Ended(time, report) is { } ended)
        {
            End(ended, report);
        }
        else if (report != DoorReport.Repetition)
        {
            Learn(time);
            _absence = Begin(time);
        }
        else if (_absence is null || (IsSeenBefore(time) && !_absence.IsSilent))
        {
            _absence = Begin(time) with { DoorMissed = true };
        }
    }

    private Absence Begin(DateTimeOffset time) => new(time, _door.IsOpen == true)
    {
        StillSince = time,
        SeenBefore = IsSeenBefore(time),
        Lingered = _arrival == Arrival.Seen ? time : null,
        Faulty = _faults.IsActive,
    };

    private bool IsSeenBefore(DateTimeOffset time) => _lastInside is { } seen && time - seen <= SeenBeforeWindow;

    private Absence? Ended(DateTimeOffset time, DoorReport report) =>
        _absence is { } absence && (!_faults.IsActive || absence.EstablishedBeforeFault)
            ? absence.EndedBy(time, report, _door.IsOpen == true, _habits, options)
            : null;

    /// <summary>A report that may be a mere sign of life ends an absence only where somebody is seen.</summary>
    private void End(Absence ended, DoorReport report)
    {
        var seen = _absence!.LastMotion != ended.LastMotion;
        if (report == DoorReport.Repetition && !seen)
        {
            _absence = _absence with { Unconfirmed = ended };
            return;
        }

        _arrival = seen ? Arrival.Seen : Arrival.Unseen;
        _returning = _returning is { } earlier ? earlier.Then(ended) : ended;
        _absence = Begin(ended.Returned!.Value);
        if (seen)
        {
            CompleteReturn();
        }
    }

    /// <summary>Motion, or a door that goes on moving, shows that the door had not merely told that it lives.</summary>
    private void ConfirmReturn(DateTimeOffset time)
    {
        if (_absence is not { Unconfirmed: { } ended } absence)
        {
            return;
        }

        _absence = absence with { Unconfirmed = null };
        if (time - ended.Returned <= ArrivalWindow)
        {
            End(ended, DoorReport.Movement);
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

    private void CompleteReturn()
    {
        if (_returning is not { } returning)
        {
            return;
        }

        _returning = null;
        if (returning.IsDeadSensor)
        {
            _deadSensors.Add(DeadSensor(returning));
        }
        else
        {
            _trips.Add(returning.ToTrip(seenReturning: true));
        }
    }

    private void SeeInside(DateTimeOffset time)
    {
        _lastInside = time;
        _arrivals.Inside(time);
        ConfirmReturn(time);
        CompleteReturn();
        _arrival = _arrival == Arrival.None ? Arrival.None : Arrival.Seen;
        if (_absence is not { } absence)
        {
            return;
        }

        if (time - absence.Left > CoolDown)
        {
            _absence = absence with { Motion = absence.Motion.With(time) };
        }
        else if (time - absence.Left > options.LeaveGrace || _arrival == Arrival.Seen)
        {
            _absence = absence with { Lingered = time };
        }
    }

    /// <summary>An output that fell long after it had risen was held up by motion until then.</summary>
    private void ClearInside(Observation observation)
    {
        if (!_activeMotion.Remove(observation.Source, out var rose))
        {
            return;
        }

        var held = observation.Time - options.MotionHold;
        if (held > rose && (_lastInside is not { } last || held > last) && _absence is { } absence && held > absence.Left)
        {
            SeeInside(held);
        }
    }

    private void SeeOutside(DateTimeOffset time)
    {
        _arrivals.Outside(time);
        if (_absence is { } absence && time - absence.Left <= options.OutsideWindow)
        {
            _absence = absence with { OutsideMotion = true };
        }
    }

    private void ClearTamper(DateTimeOffset time)
    {
        if (_tamperedSince is { } since)
        {
            _tampers.Add(new UnknownSpan(since, time, UnknownCause.None));
            _tamperedSince = null;
        }
    }

    private void BeginFault(Observation fault)
    {
        if (_absence is { } absence)
        {
            _absence = absence with
            {
                Faulty = true,
                EstablishedBeforeFault = absence.EstablishedBeforeFault
                    || (!_faults.IsActive && absence.IsEstablishedAt(fault.Time, _habits, options)),
            };
        }

        _faults.Begin(fault);
    }

    private void EndFault(Observation fault)
    {
        if (_faults.End(fault) && _absence is { } absence && !_faults.IsActive)
        {
            _absence = absence with { StillSince = fault.Time };
        }
    }
}
