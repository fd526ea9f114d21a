namespace Quarantine.Gateway.Presence;

/// <summary>Spans in which a node's case was open. Not thread-safe.</summary>
internal sealed class TamperLedger
{
    private readonly List<UnknownSpan> _closed = [];
    private DateTimeOffset? _since;

    public IEnumerable<UnknownSpan> Spans => _since is { } since ? _closed.Append(new UnknownSpan(since, null, UnknownCause.None)) : _closed;

    public void Begin(DateTimeOffset time) => _since ??= time;

    public void End(DateTimeOffset time)
    {
        if (_since is { } since)
        {
            _closed.Add(new UnknownSpan(since, time, UnknownCause.None));
            _since = null;
        }
    }

    /// <summary>Drops the spans that ended before a moment, and returns them.</summary>
    public IReadOnlyList<UnknownSpan> Forget(DateTimeOffset before) => Settled.Take(_closed, span => span.To < before);

    public TamperLedger Clone()
    {
        var copy = new TamperLedger { _since = _since };
        copy._closed.AddRange(_closed);
        return copy;
    }
}
