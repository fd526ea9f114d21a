using Quarantine.Gateway.Presence;

namespace Quarantine.PresenceTrials.Homes;

/// <summary>The sensors of a home: what they are asked to see becomes observations, as far as they work. Not thread-safe.</summary>
internal sealed class SensorLog(Difficulty difficulty, Dice dice)
{
    private readonly List<Observation> _seen = [];
    private readonly List<Span> _motionFails = [];
    private readonly List<Span> _powerFails = [];

    /// <summary>The motion sensor sees nothing in the span; where it is noticed, a fault says so.</summary>
    public void FailMotion(Span span, bool noticed)
    {
        _motionFails.Add(span);
        if (noticed)
        {
            Fault(span, "motion", UnknownCause.Sensor);
        }
    }

    /// <summary>Nothing that happens in the span is ever told.</summary>
    public void FailPower(Span span)
    {
        _powerFails.Add(span);
        Fault(span, "gateway", UnknownCause.Power);
    }

    public void Motion(double minute)
    {
        See(minute, ObservationKind.InsideMotion, "motion");
        See(minute + difficulty.Hold + dice.Between(0.01, 0.05), ObservationKind.InsideMotionCleared, "motion");
    }

    public void Outside(double minute) => See(minute, ObservationKind.OutsideMotion, "outside");

    public void Door(double open, double closed)
    {
        See(open, ObservationKind.DoorOpened, "door");
        See(closed, ObservationKind.DoorClosed, "door");
    }

    /// <summary>The observations in the order in which they arrive.</summary>
    public IReadOnlyList<Observation> Deliver(double minutes)
    {
        var told = _seen.Where(IsTold).Concat(difficulty.SignsOfLife ? SignsOfLife(minutes) : []).ToList();
        return [.. told.OrderBy(item => item.Time.AddMinutes(item.Kind < ObservationKind.FaultBegan ? dice.Between(0, difficulty.Delay) : 0)).ThenBy(item => item)];
    }

    private bool IsTold(Observation item)
    {
        var minute = Recording.MinuteOf(item.Time);
        var fault = item.Kind >= ObservationKind.FaultBegan;
        var dead = item.Source == "motion" && _motionFails.Exists(span => minute >= span.From && minute < span.To);
        var cut = _powerFails.Exists(span => minute >= span.From && minute < span.To);
        var lost = item.Source == "door" && dice.Chance(difficulty.LostReports);
        return fault || !(dead || cut || lost);
    }

    private IEnumerable<Observation> SignsOfLife(double minutes)
    {
        var door = _seen.Where(item => item.Source == "door").Order().ToList();
        var next = 0;
        var state = ObservationKind.DoorClosed;
        for (var minute = dice.Between(0, 60); minute < minutes; minute += 60)
        {
            while (next < door.Count && Recording.MinuteOf(door[next].Time) <= minute)
            {
                state = door[next++].Kind;
            }

            yield return new Observation(Recording.At(minute), state, "door");
        }
    }

    private void Fault(Span span, string source, UnknownCause cause)
    {
        _seen.Add(new Observation(Recording.At(span.From), ObservationKind.FaultBegan, source, cause));
        _seen.Add(new Observation(Recording.At(span.To), ObservationKind.FaultEnded, source, cause));
    }

    private void See(double minute, ObservationKind kind, string source) => _seen.Add(new Observation(Recording.At(minute), kind, source));
}
