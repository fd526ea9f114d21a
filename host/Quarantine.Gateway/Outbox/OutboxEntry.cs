using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;

namespace Quarantine.Gateway.Outbox;

/// <summary>A report on its way to the chain.</summary>
/// <param name="Slot">The slot that it tells of.</param>
/// <param name="Kind">Daily or Alert.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">When it is sent, or sent again.</param>
public sealed record OutboxEntry(ulong Slot, ReportKind Kind, OutboxStatus Status, DateTimeOffset Due)
{
    /// <summary>The packed summary; fixed before the first signature, so that every attempt says the same.</summary>
    public Bytes32? State { get; init; }

    /// <summary>x of the tag, the same in every attempt.</summary>
    public Bytes32? Tag { get; init; }

    /// <summary>The relay of the last attempt.</summary>
    public Address? Relay { get; init; }

    public int Attempts { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Reason { get; init; }

    /// <summary>The block in which it was accepted.</summary>
    public ulong? Block { get; init; }
}
