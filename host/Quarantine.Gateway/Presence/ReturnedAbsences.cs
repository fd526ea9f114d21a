namespace Quarantine.Gateway.Presence;

/// <summary>Absences that the door has ended: the last waits until somebody is seen inside, the others are trips. Not thread-safe.</summary>
internal sealed class ReturnedAbsences
{
    private readonly List<Trip> _trips = [];
    private readonly List<UnknownSpan> _deadSensors = [];

    /// <summary>The absence after which nobody was seen inside yet.</summary>
    public Absence? Last { get; private set; }

    public IReadOnlyList<Trip> Trips => _trips;

    /// <summary>Spans in which a motion sensor must have been dead.</summary>
    public IReadOnlyList<UnknownSpan> DeadSensors => _deadSensors;

    /// <summary>The door ended an absence; where nobody came in after the one before, both are one.</summary>
    public void Add(Absence ended) => Last = Last?.Then(ended) ?? ended;

    /// <summary>Somebody is seen inside.</summary>
    public void Complete()
    {
        if (Last is not { } last)
        {
            return;
        }

        Last = null;
        if (last.IsDeadSensor)
        {
            _deadSensors.Add(last.ToDeadSensor());
        }
        else
        {
            _trips.Add(last.ToTrip(seenReturning: true));
        }
    }

    public (IReadOnlyList<Trip> Trips, IReadOnlyList<UnknownSpan> DeadSensors) Forget(DateTimeOffset before) =>
        (Settled.Take(_trips, trip => trip.Returned < before), Settled.Take(_deadSensors, span => span.To < before));

    public ReturnedAbsences Clone()
    {
        var copy = new ReturnedAbsences { Last = Last };
        copy._trips.AddRange(_trips);
        copy._deadSensors.AddRange(_deadSensors);
        return copy;
    }
}
