namespace Quarantine.Gateway.Ingest;

/// <summary>How far a node's events are stored.</summary>
/// <param name="Node">The node.</param>
/// <param name="Boot">Its newest boot.</param>
/// <param name="Acknowledged">Every event up to this number is stored, or known to be lost.</param>
/// <param name="Heard">When it last gave proof of life.</param>
/// <param name="Lost">Events that never came.</param>
/// <param name="Health">What it last told of itself; null before it did.</param>
public sealed record NodeProgress(string Node, uint Boot, uint Acknowledged, DateTimeOffset Heard, long Lost, NodeCondition? Health = null);
