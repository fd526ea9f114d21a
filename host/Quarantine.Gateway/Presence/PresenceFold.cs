namespace Quarantine.Gateway.Presence;

/// <summary>The judgement of presence as a fold over observations in ascending order. Not thread-safe.</summary>
internal sealed class PresenceFold(PresenceOptions options)
{
    private AbsenceWatch _absences = new(options);
    private ArrivalWatch _arrivals = new(options);
    private MotionOutputs _outputs = new(options);
    private FaultLedger _faults = new();
    private TamperLedger _tampers = new();

    /// <summary>From when on the judgement may still change, whatever comes after the last observation; null where it will not.</summary>
    public DateTimeOffset? UnsettledSince
    {
        get
        {
            var (absence, arrival) = (_absences.UnsettledSince, _arrivals.UnsettledSince);
            return absence is null || arrival < absence ? arrival : absence;
        }
    }

    public void Apply(Observation observation)
    {
        switch (observation.Kind)
        {
            case ObservationKind.DoorOpened:
                _arrivals.Opened(observation.Time, _absences.IsSomebodySeen);
                _absences.DoorMoves(observation.Time, open: true, _faults.IsActive);
                break;
            case ObservationKind.DoorClosed:
                _arrivals.Closed(observation.Time);
                _absences.DoorMoves(observation.Time, open: false, _faults.IsActive);
                break;
            case ObservationKind.InsideMotion:
                _outputs.Rise(observation);
                _arrivals.Inside(observation.Time);
                _absences.SeeInside(observation.Time, _faults.IsActive);
                break;
            case ObservationKind.InsideMotionCleared:
                ClearInside(observation);
                break;
            case ObservationKind.OutsideMotion:
                _arrivals.Outside(observation.Time);
                _absences.SeeOutside(observation.Time);
                break;
            case ObservationKind.Tampered:
                _tampers.Begin(observation.Time);
                break;
            case ObservationKind.TamperCleared:
                _tampers.End(observation.Time);
                break;
            case ObservationKind.FaultBegan:
                _absences.BeginFault(observation.Time, _faults.IsActive);
                _faults.Begin(observation);
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
        var trips = _absences.Returned.Trips.ToList();
        var unknown = _faults.Spans.Concat(_absences.Returned.DeadSensors);
        if ((_absences.OngoingAt(now, _faults.IsActive) ?? _absences.Returned.Last) is { } open)
        {
            trips.AddRange(open.IsDeadSensor ? [] : [open.ToTrip(seenReturning: false)]);
            unknown = unknown.Concat(open.IsDeadSensor ? [open.ToDeadSensor()] : []);
        }

        return new PresenceHistory(
            StateAt(now), trips, [.. _arrivals.VisitsAt(now)], [.. unknown.OrderBy(span => span.From)], [.. _tampers.Spans]);
    }

    /// <summary>When the absence in doubt will be established if nothing is seen; null where none is in doubt.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now) => _faults.IsActive ? null : _absences.DecisionAt(now);

    /// <summary>Drops what ended before a moment, and returns it.</summary>
    public SettledPresence Forget(DateTimeOffset before)
    {
        var (trips, deadSensors) = _absences.Returned.Forget(before);
        return new SettledPresence(trips, _arrivals.Forget(before), [.. _faults.Forget(before), .. deadSensors], _tampers.Forget(before));
    }

    public PresenceFold Clone() => new(options)
    {
        _absences = _absences.Clone(),
        _arrivals = _arrivals.Clone(),
        _outputs = _outputs.Clone(),
        _faults = _faults.Clone(),
        _tampers = _tampers.Clone(),
    };

    private PresenceState StateAt(DateTimeOffset now)
    {
        if (_absences.OngoingAt(now, _faults.IsActive) is { } ongoing)
        {
            return ongoing.IsDeadSensor ? PresenceState.Unknown : PresenceState.Away;
        }

        return _faults.IsActive || _absences.LastInside is null ? PresenceState.Unknown : PresenceState.Home;
    }

    private void ClearInside(Observation observation)
    {
        if (_outputs.Fall(observation) is { } held && _absences.SeeInsideUntil(held, _faults.IsActive))
        {
            _arrivals.Inside(held);
        }
    }

    private void EndFault(Observation observation)
    {
        if (_faults.End(observation) && !_faults.IsActive)
        {
            _absences.EndFault(observation.Time);
        }
    }
}
