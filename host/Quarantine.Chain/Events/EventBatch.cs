namespace Quarantine.Chain.Events;

/// <summary>What one look at the chain brought.</summary>
/// <param name="Replaced">Whether blocks that had been read were replaced: everything known is to be forgotten, the events are all there are.</param>
/// <param name="Events">Genuine events in the chain's order.</param>
/// <param name="Head">The newest block that was read.</param>
/// <param name="Dropped">Logs that had the form of an event and were not genuine, or were malformed.</param>
public sealed record EventBatch(bool Replaced, IReadOnlyList<ChainEvent> Events, ulong Head, int Dropped);
