namespace Quarantine.Gateway.Presence;

/// <summary>
/// The judgement of presence as a fold over observations in ascending order: a door that closes begins an absence, motion inside ends the
/// doubt, the next opening of the door completes the trip. Not thread-safe.
/// </summary>
internal sealed class PresenceFold(PresenceOptions options)
{
    private static readonly TimeSpan SeenBeforeWindow = TimeSpan.FromMinutes(5);

    private readonly List<Trip> _trips = [];
    private readonly List<UnknownSpan> _tampers = [];
    private readonly Dictionary<string, DateTimeOffset> _activeMotion = [];
    private FaultLedger _faults = new();
    private ArrivalWatch _arrivals = new(options);

    /// <summary>The absence that may be going on.</summary>
    private Absence? _absence;

    /// <summary>An absence that an opening door ended, while nobody was seen inside since.</summary>
    private Absence? _returning;
    private bool _doorOpen;
    private DateTimeOffset? _lastInside;
    private DateTimeOffset? _tamperedSince;

    public void Apply(Observation observation)
    {
        SettleDoubt(observation.Time);
        switch (observation.Kind)
        {
            case ObservationKind.DoorOpened:
                OpenDoor(observation.Time);
                break;
            case ObservationKind.DoorClosed:
                CloseDoor(observation.Time);
                break;
            case ObservationKind.InsideMotion:
                _activeMotion.TryAdd(observation.Source, observation.Time);
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
        if (OngoingAt(now) is { } ongoing)
        {
            trips.Add(ongoing);
        }
        else if (_returning is { } returning)
        {
            trips.Add(returning.ToTrip(seenReturning: false));
        }

        var tampers = _tamperedSince is { } since ? _tampers.Append(new UnknownSpan(since, null, UnknownCause.None)) : _tampers;
        return new PresenceHistory(StateAt(now), trips, [.. _arrivals.VisitsAt(now)], [.. _faults.Spans], [.. tampers]);
    }

    /// <summary>When the absence in doubt will be established if nothing is seen; null where none is in doubt.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now) =>
        _absence is { FirstMotion: null } absence && !_faults.IsActive && !absence.IsEstablishedAt(now, options)
            ? absence.StillSince + options.SettlingTime
            : null;

    public void Forget(DateTimeOffset before)
    {
        _trips.RemoveAll(trip => trip.Returned < before);
        _tampers.RemoveAll(span => span.To < before);
        _faults.Forget(before);
        _arrivals.Forget(before);
    }

    public PresenceFold Clone()
    {
        var copy = new PresenceFold(options)
        {
            _faults = _faults.Clone(),
            _arrivals = _arrivals.Clone(),
            _absence = _absence,
            _returning = _returning,
            _doorOpen = _doorOpen,
            _lastInside = _lastInside,
            _tamperedSince = _tamperedSince,
        };
        copy._trips.AddRange(_trips);
        copy._tampers.AddRange(_tampers);
        foreach (var motion in _activeMotion)
        {
            copy._activeMotion.Add(motion.Key, motion.Value);
        }

        return copy;
    }

    private PresenceState StateAt(DateTimeOffset now)
    {
        if (OngoingAt(now) is not null)
        {
            return PresenceState.Away;
        }

        return _faults.IsActive || _lastInside is null ? PresenceState.Unknown : PresenceState.Home;
    }

    private Trip? OngoingAt(DateTimeOffset now)
    {
        if (_absence is not { } absence || !absence.IsEstablishedAt(now, options) || (_faults.IsActive && !absence.EstablishedBeforeFault))
        {
            return null;
        }

        var left = _returning?.Left ?? absence.Left;
        return (absence with { Left = left, SeenBefore = absence.SeenBefore || _returning is { SeenBefore: true } }).ToTrip(seenReturning: false);
    }

    /// <summary>Motion that no opening door followed at once shows that somebody was inside all along.</summary>
    private void SettleDoubt(DateTimeOffset now)
    {
        if (_absence?.FirstMotion is { } motion && now - motion > options.ReturnLead)
        {
            _absence = null;
        }
    }

    private void OpenDoor(DateTimeOffset time)
    {
        if (_doorOpen)
        {
            return;
        }

        _doorOpen = true;
        _arrivals.Opened(time, somebodyHome: _absence is null && _lastInside is not null);
        if (_absence is { } absence && Counts(absence, time))
        {
            EndAbsence(absence, time);
            _absence = null;
            return;
        }

        _absence = Begin(time, doorOpen: true);
    }

    private void CloseDoor(DateTimeOffset time)
    {
        var wasOpen = _doorOpen;
        _doorOpen = false;
        _arrivals.Closed(time);
        if (wasOpen && _absence is { DoorOpen: true } absence && absence.IsEstablishedAt(time, options))
        {
            EndAbsence(absence, time);
        }

        _absence = Begin(time, doorOpen: false);
    }

    private Absence Begin(DateTimeOffset time, bool doorOpen) => new(time, doorOpen)
    {
        StillSince = time,
        SeenBefore = _lastInside is { } seen && time - seen <= SeenBeforeWindow,
        Faulty = _faults.IsActive,
    };

    /// <summary>Whether stillness from the absence's door event to <paramref name="time"/> is long and certain enough.</summary>
    private bool Counts(Absence absence, DateTimeOffset time)
    {
        if (absence.DoorOpen || time - absence.Left < options.MinimumTrip)
        {
            return false;
        }

        return !absence.Faulty || absence.EstablishedBeforeFault || (!_faults.IsActive && time - absence.StillSince >= options.SettlingTime);
    }

    private void EndAbsence(Absence absence, DateTimeOffset returned)
    {
        // Nobody was seen inside between two absences: the door moved, but nobody came in.
        _returning = _returning is { } earlier
            ? earlier with { Returned = returned, Faulty = earlier.Faulty || absence.Faulty }
            : absence with { Returned = returned, FirstMotion = null };
        if (absence.FirstMotion is not null)
        {
            CompleteReturn();
        }
    }

    private void CompleteReturn()
    {
        if (_returning is { } returning)
        {
            _trips.Add(returning.ToTrip(seenReturning: true));
            _returning = null;
        }
    }

    private void SeeInside(DateTimeOffset time)
    {
        _lastInside = time;
        _arrivals.Inside(time);
        CompleteReturn();
        if (_absence is { } absence && absence.FirstMotion is null && time - absence.Left > options.LeaveGrace)
        {
            _absence = absence with { FirstMotion = time };
        }
    }

    /// <summary>An output that fell long after the door closed was held up by motion after the door closed.</summary>
    private void ClearInside(Observation observation)
    {
        if (!_activeMotion.Remove(observation.Source, out var since))
        {
            return;
        }

        var last = observation.Time - options.MotionHold;
        if (last > since && _absence is { } absence && last > absence.Left + options.LeaveGrace)
        {
            SeeInside(last);
            SettleDoubt(observation.Time);
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
        _faults.Begin(fault);
        if (_absence is { } absence)
        {
            _absence = absence with
            {
                Faulty = true,
                EstablishedBeforeFault = absence.IsEstablishedAt(fault.Time, options),
            };
        }
    }

    private void EndFault(Observation fault)
    {
        _faults.End(fault);
        if (_absence is { } absence && !_faults.IsActive)
        {
            _absence = absence with { StillSince = fault.Time };
        }
    }
}
