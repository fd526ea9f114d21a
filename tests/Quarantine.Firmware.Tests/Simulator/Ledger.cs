using System.Collections.Concurrent;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests.Simulator;

/// <summary>What a gateway has committed; it outlives the gateway's death.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<(string Node, uint Boot, uint Sequence), SensorEvent> _stored = new();

    /// <summary>In the order of boots and numbers.</summary>
    internal IReadOnlyList<SensorEvent> Events => [.. _stored.Values.OrderBy(e => e.Node, StringComparer.Ordinal).ThenBy(e => e.Boot).ThenBy(e => e.Sequence)];

    /// <summary>Whether another event was stored under the same number: the node would have used a number twice.</summary>
    internal bool Contradicted { get; private set; }

    internal void Commit(SensorEvent read)
    {
        var stored = _stored.GetOrAdd((read.Node, read.Boot, read.Sequence), read);
        Contradicted |= stored with { SentMilliseconds = read.SentMilliseconds } != read;
    }

    internal uint CompleteUpTo(string node, uint boot)
    {
        var number = 0u;
        while (_stored.ContainsKey((node, boot, number + 1)))
        {
            number++;
        }

        return number;
    }
}
