namespace Quarantine.Gateway.Presence;

/// <summary>The presence of one house, for the loops that feed it and those that ask. Thread-safe.</summary>
public sealed class HousePresence(PresenceOptions options)
{
    private readonly PresenceTimeline _timeline = new(options);
    private readonly Lock _gate = new();

    public void Add(Observation observation)
    {
        lock (_gate)
        {
            _timeline.Add(observation);
        }
    }

    public void Remove(Observation observation)
    {
        lock (_gate)
        {
            _timeline.Remove(observation);
        }
    }

    /// <summary>What is judged at <paramref name="now"/>.</summary>
    public PresenceHistory HistoryAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _timeline.HistoryAt(now);
        }
    }

    /// <summary>When a doubt about an absence will end by itself; null where there is none.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now)
    {
        lock (_gate)
        {
            return _timeline.DecisionAt(now);
        }
    }
}
