namespace Quarantine.Gateway.Presence;

/// <summary>
/// Tells a visit from a delivery where motion outside is seen: outside, door, inside, and nobody outside again shortly after.
/// </summary>
internal sealed class ArrivalWatch(PresenceOptions options)
{
    private const double Confidence = 0.7;

    private readonly List<Visit> _visits = [];
    private DateTimeOffset? _lastOutside;
    private DateTimeOffset? _arrived;
    private DateTimeOffset? _closed;
    private bool _insideSince;

    /// <summary>The arrival that is neither a visit nor a delivery yet.</summary>
    public DateTimeOffset? UnsettledSince => _arrived;

    public void Outside(DateTimeOffset time)
    {
        _lastOutside = time;
        if (_closed is { } closed && time - closed <= options.OutsideWindow)
        {
            Dismiss();
        }
    }

    public void Opened(DateTimeOffset time, bool somebodyHome)
    {
        Settle(time);
        Dismiss();
        if (somebodyHome && _lastOutside is { } outside && time - outside <= options.OutsideWindow)
        {
            _arrived = time;
        }
    }

    public void Closed(DateTimeOffset time) => _closed = _arrived is null ? null : time;

    public void Inside(DateTimeOffset time)
    {
        _insideSince |= _arrived is not null;
        Settle(time);
    }

    /// <summary>Visits that are certain at <paramref name="now"/>.</summary>
    public IEnumerable<Visit> VisitsAt(DateTimeOffset now) =>
        IsVisitAt(now) ? _visits.Append(new Visit(_arrived!.Value, Confidence, PresenceRule.ArrivalWhileHome)) : _visits;

    /// <summary>Drops the visits before a moment, and returns them.</summary>
    public IReadOnlyList<Visit> Forget(DateTimeOffset before) => Settled.Take(_visits, visit => visit.Arrived < before);

    public ArrivalWatch Clone()
    {
        var copy = new ArrivalWatch(options)
        {
            _lastOutside = _lastOutside,
            _arrived = _arrived,
            _closed = _closed,
            _insideSince = _insideSince,
        };
        copy._visits.AddRange(_visits);
        return copy;
    }

    private bool IsVisitAt(DateTimeOffset now) =>
        _insideSince && _arrived is not null && _closed is { } closed && now - closed > options.OutsideWindow;

    private void Settle(DateTimeOffset now)
    {
        if (IsVisitAt(now))
        {
            _visits.Add(new Visit(_arrived!.Value, Confidence, PresenceRule.ArrivalWhileHome));
            Dismiss();
        }
    }

    private void Dismiss() => (_arrived, _closed, _insideSince) = (null, null, false);
}
