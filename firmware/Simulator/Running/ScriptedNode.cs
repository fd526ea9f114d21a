using Quarantine.Firmware.Simulator.Scripts;

namespace Quarantine.Firmware.Simulator.Running;

/// <summary>A node that lives through its script, and tells what it does.</summary>
internal sealed class ScriptedNode : IAsyncDisposable
{
    private readonly SimulatedNode _node;
    private readonly IReadOnlyList<ScriptLine> _script;
    private readonly TimeProvider _clock;
    private readonly Journal _journal;

    internal ScriptedNode(SimulatedNode node, IReadOnlyList<ScriptLine> script, TimeProvider clock, Journal journal)
    {
        (_node, _script, _clock, _journal) = (node, script, clock, journal);
        node.LedChanged += (_, change) => Tell("light", change.State.ToString().ToLowerInvariant());
        node.ConnectionChanged += (_, _) => Tell(node.Connected ? "connected" : "disconnected", node.Connected ? $"boot {node.Boot}" : "");
    }

    /// <summary>Events that the gateway has not acknowledged.</summary>
    internal int Queued => _node.Queued;

    internal string Name => $"{_node.House}/{_node.Node}";

    /// <summary>Why the broker could not be reached; null where it was.</summary>
    internal string? Complaint => _node.Connected ? null : _node.LastFailure?.Message;

    /// <summary>
    /// Runs the script until everything of it is recognised. The time between two lines is never shorter than scripted, though it can be longer on a busy machine: a
    /// move that followed another within 50 ms would be taken for its bounce.
    /// </summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        _node.PowerOn();
        var before = TimeSpan.Zero;
        foreach (var line in _script)
        {
            await WaitAsync(line.Offset - before, cancellationToken);
            before = line.Offset;
            Tell("input", line.Text);
            line.Apply(_node);
        }

        await _node.WaitUntilSettledAsync(cancellationToken);
    }

    internal Task WaitUntilIdleAsync(CancellationToken cancellationToken) => _node.WaitUntilIdleAsync(cancellationToken);

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private async Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, _clock, cancellationToken);
        }
    }

    private void Tell(string what, string detail) => _journal.Tell(Name, what, detail);
}
