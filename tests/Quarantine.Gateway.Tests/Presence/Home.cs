using Quarantine.Gateway.Presence;

namespace Quarantine.Gateway.Tests.Presence;

/// <summary>A home whose day is told in minutes after eight o'clock.</summary>
internal sealed class Home
{
    public static readonly DateTimeOffset Start = new(2021, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly List<Observation> _observations = [];

    public IReadOnlyList<Observation> Observations => _observations;

    public static DateTimeOffset At(double minute) => Start.AddMinutes(minute);

    public Home Motion(double minute) => See(minute, ObservationKind.InsideMotion).See(minute + 0.05, ObservationKind.InsideMotionCleared);

    public Home Outside(double minute) => See(minute, ObservationKind.OutsideMotion);

    /// <summary>Opens the door and closes it ten seconds later.</summary>
    public Home Door(double minute) => See(minute, ObservationKind.DoorOpened).See(minute + (10 / 60.0), ObservationKind.DoorClosed);

    public Home Fault(double from, double to, UnknownCause cause = UnknownCause.Sensor)
    {
        _observations.Add(new Observation(At(from), ObservationKind.FaultBegan, "node", cause));
        _observations.Add(new Observation(At(to), ObservationKind.FaultEnded, "node", cause));
        return this;
    }

    public Home See(double minute, ObservationKind kind)
    {
        _observations.Add(new Observation(At(minute), kind, "node"));
        return this;
    }

    public PresenceHistory HistoryAt(double minute, PresenceOptions? options = null)
    {
        var timeline = new PresenceTimeline(options ?? new PresenceOptions());
        _observations.ForEach(timeline.Add);
        return timeline.HistoryAt(At(minute));
    }
}
