namespace Quarantine.Gateway.Replay;

/// <summary>How many lines of a trace were accepted, and why the others were not. The header and empty lines are none.</summary>
internal sealed class TraceCounts
{
    private readonly long[] _dropped = new long[Enum.GetValues<TraceFault>().Length];

    public long Accepted { get; private set; }

    public long Dropped => _dropped.Sum();

    /// <summary>Reasons that occurred, with their counts.</summary>
    public IEnumerable<(TraceFault Reason, long Count)> Reasons =>
        Enum.GetValues<TraceFault>().Select(reason => (reason, _dropped[(int)reason])).Where(row => row.Item2 > 0);

    public void Accept() => Accepted++;

    public void Drop(TraceFault reason) => _dropped[(int)reason]++;
}
