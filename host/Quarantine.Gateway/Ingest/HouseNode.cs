using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>What the gateway keeps of one sensor node while it runs. Used by the house's loop alone.</summary>
internal sealed class HouseNode(string id, NodeKey key, NodeWatch watch) : IDisposable
{
    private readonly Dictionary<uint, NodeClock> _clocks = [];

    public string Id { get; } = id;

    public NodeKey Key { get; } = key;

    public NodeWatch Watch { get; } = watch;

    public NodeProgress? Progress { get; set; }

    /// <summary>What it last told of itself; null before it did.</summary>
    public NodeCondition? Health { get; set; }

    /// <summary>When a gap in the numbers was first seen; it is a known loss where it stays.</summary>
    public DateTimeOffset? GapSince { get; set; }

    /// <summary>The clock of a boot; those of boots before the last two are forgotten.</summary>
    public NodeClock ClockOf(uint boot)
    {
        if (!_clocks.TryGetValue(boot, out var clock))
        {
            const int Kept = 2;
            while (_clocks.Count >= Kept)
            {
                _clocks.Remove(_clocks.Keys.Min());
            }

            clock = new NodeClock();
            _clocks.Add(boot, clock);
        }

        return clock;
    }

    public void Dispose() => Key.Dispose();
}
