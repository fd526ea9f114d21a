namespace Quarantine.Gateway.Presence;

/// <summary>Spans of failed sensing, by source and cause.</summary>
internal sealed class FaultLedger
{
    private readonly Dictionary<(string Source, UnknownCause Cause), DateTimeOffset> _open = [];
    private readonly List<UnknownSpan> _closed = [];

    public bool IsActive => _open.Count > 0;

    public IEnumerable<UnknownSpan> Spans =>
        _closed.Concat(_open.Select(fault => new UnknownSpan(fault.Value, null, fault.Key.Cause))).OrderBy(span => span.From);

    public void Begin(Observation fault) => _open.TryAdd((fault.Source, fault.Cause), fault.Time);

    /// <summary>Ends a fault; false where none was open, and the source only told that it works.</summary>
    public bool End(Observation fault)
    {
        if (!_open.Remove((fault.Source, fault.Cause), out var from))
        {
            return false;
        }

        _closed.Add(new UnknownSpan(from, fault.Time, fault.Cause));
        return true;
    }

    /// <summary>Drops the spans that ended before a moment, and returns them.</summary>
    public IReadOnlyList<UnknownSpan> Forget(DateTimeOffset before) => Settled.Take(_closed, span => span.To < before);

    public FaultLedger Clone()
    {
        var copy = new FaultLedger();
        copy._closed.AddRange(_closed);
        foreach (var fault in _open)
        {
            copy._open.Add(fault.Key, fault.Value);
        }

        return copy;
    }
}
