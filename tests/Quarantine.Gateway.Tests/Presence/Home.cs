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

    /// <summary>Rises and falls later than a walk past the sensor takes.</summary>
    public Home Motion(double from, double to) => See(from, ObservationKind.InsideMotion).See(to, ObservationKind.InsideMotionCleared);

    /// <summary>
    /// Days in which the house shows how it looks when somebody is home: the door once a day, then motion every four minutes, and none at
    /// night. They end the day before <see cref="Start"/>.
    /// </summary>
    public Home Lived(int days = 6)
    {
        for (var day = -days - 1; day < -1; day++)
        {
            Door(day * 1440);
            for (var minute = 1; minute < 900; minute += 4)
            {
                Motion((day * 1440) + minute);
            }
        }

        return Motion(-1440);
    }

    public Home Outside(double minute) => See(minute, ObservationKind.OutsideMotion);

    /// <summary>Opens the door and closes it ten seconds later.</summary>
    public Home Door(double minute) => See(minute, ObservationKind.DoorOpened).See(minute + (10 / 60.0), ObservationKind.DoorClosed);

    public Home Fault(double from, double to, UnknownCause cause = UnknownCause.Sensor)
    {
        _observations.Add(new Observation(At(from), ObservationKind.FaultBegan, "node", cause));
        _observations.Add(new Observation(At(to), ObservationKind.FaultEnded, "node", cause));
        return this;
    }

    public Home Open(double minute) => See(minute, ObservationKind.DoorOpened);

    public Home Close(double minute) => See(minute, ObservationKind.DoorClosed);

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
