namespace Quarantine.Gateway.Presence;

/// <summary>
/// Presence, online and revisable: observations come in any order, and every answer equals that of the sorted input.
/// Not thread-safe.
/// </summary>
public sealed class PresenceTimeline
{
    private readonly List<Observation> _observations = [];
    private PresenceFold _checkpoint;
    private PresenceFold _fold;
    private DateTimeOffset _forgottenBefore = DateTimeOffset.MinValue;
    private bool _stale;

    public PresenceTimeline(PresenceOptions options)
    {
        _checkpoint = new PresenceFold(options);
        _fold = new PresenceFold(options);
    }

    /// <summary>Observations that came after their time had been forgotten; they change nothing.</summary>
    public long TooLate { get; private set; }

    /// <summary>
    /// Everything before this moment is judged for good: it was forgotten, and nothing of it waits for what comes after.
    /// </summary>
    public DateTimeOffset SettledBefore =>
        _checkpoint.UnsettledSince is { } since && since < _forgottenBefore ? since : _forgottenBefore;

    /// <summary>Takes an observation in. One that is equal to an earlier one counts once.</summary>
    public void Add(Observation observation)
    {
        if (observation.Time < _forgottenBefore)
        {
            TooLate++;
            return;
        }

        if (_observations.Count == 0 || observation > _observations[^1])
        {
            _observations.Add(observation);
            if (!_stale)
            {
                _fold.Apply(observation);
            }

            return;
        }

        var index = _observations.BinarySearch(observation);
        if (index < 0)
        {
            _observations.Insert(~index, observation);
            _stale = true;
        }
    }

    /// <summary>Takes an observation back that proved wrong; false where it is not known, or forgotten.</summary>
    public bool Remove(Observation observation)
    {
        var index = _observations.BinarySearch(observation);
        if (index < 0)
        {
            return false;
        }

        _observations.RemoveAt(index);
        _stale = true;
        return true;
    }

    /// <summary>What is judged at <paramref name="now"/>.</summary>
    public PresenceHistory HistoryAt(DateTimeOffset now) => Current().HistoryAt(now);

    /// <summary>When a doubt about an absence will end by itself; null where there is none.</summary>
    public DateTimeOffset? DecisionAt(DateTimeOffset now) => Current().DecisionAt(now);

    /// <summary>
    /// Drops what ended before <paramref name="before"/>, and returns it as it is judged for good; later observations of that time are too
    /// late.
    /// </summary>
    public SettledPresence Forget(DateTimeOffset before)
    {
        if (before <= _forgottenBefore)
        {
            return SettledPresence.Nothing;
        }

        var count = _observations.FindIndex(observation => observation.Time >= before);
        count = count < 0 ? _observations.Count : count;
        foreach (var observation in _observations.Take(count))
        {
            _checkpoint.Apply(observation);
        }

        _observations.RemoveRange(0, count);
        _forgottenBefore = before;
        _stale = true;
        return _checkpoint.Forget(before);
    }

    private PresenceFold Current()
    {
        if (_stale)
        {
            _fold = _checkpoint.Clone();
            _observations.ForEach(_fold.Apply);
            _stale = false;
        }

        return _fold;
    }
}
