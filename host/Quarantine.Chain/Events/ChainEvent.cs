#pragma warning disable MA0048 // The events of one contract system, read together.
using System.Numerics;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;

namespace Quarantine.Chain.Events;

/// <summary>An event of the registry, a policy, the relay fund or the emergency board; every one belongs to a community.</summary>
public abstract record ChainEvent(Bytes32 CommunityId)
{
    /// <summary>Where it stands.</summary>
    public EventPosition Position { get; init; }

    /// <summary>The contract that emitted it.</summary>
    public Address Contract { get; init; }
}

public sealed record CommunityCreated(Bytes32 CommunityId, TimeSpan UtcOffset, byte PageSize, byte MinimumRing) : ChainEvent(CommunityId);

public sealed record MemberAdmitted(
    Bytes32 CommunityId, Address Gateway, ulong IssuedAt, ulong ExpiresAt, Bytes32 RingX, Bytes32 SealingX, Bytes32 SealingY)
    : ChainEvent(CommunityId);

public sealed record MemberRenewed(Bytes32 CommunityId, Address Gateway, ulong IssuedAt, ulong ExpiresAt) : ChainEvent(CommunityId);

/// <summary>The member's latest ring key joins the pool of a cutting round.</summary>
public sealed record MemberQueued(Bytes32 CommunityId, Address Gateway, ulong Round) : ChainEvent(CommunityId);

public sealed record MemberRevoked(Bytes32 CommunityId, Address Gateway) : ChainEvent(CommunityId);

public sealed record QueueClosed(Bytes32 CommunityId, ulong Round, ulong SeedBlock, ulong PoolSize, IReadOnlyList<ulong> Dissolved)
    : ChainEvent(CommunityId);

/// <summary>The hash that orders a closed round is recorded.</summary>
public sealed record SeedFixed(Bytes32 CommunityId, ulong Round, ulong SeedBlock, Bytes32 Seed) : ChainEvent(CommunityId);

/// <summary>The seed block's hash was lost before anybody recorded it; a later block takes its place.</summary>
public sealed record SeedPostponed(Bytes32 CommunityId, ulong Round, ulong SeedBlock) : ChainEvent(CommunityId);

public sealed record PageCut(Bytes32 CommunityId, ulong Page, ulong Round, Address Code, Bytes32 CodeHash, ulong FromSlot)
    : ChainEvent(CommunityId);

public sealed record PageDissolved(Bytes32 CommunityId, ulong Page, ulong UntilSlot) : ChainEvent(CommunityId);

public sealed record PolicyScheduled(Bytes32 CommunityId, Address Policy, ulong FromSlot) : ChainEvent(CommunityId);

public sealed record WorkerRegistered(Bytes32 CommunityId, Address Worker, Bytes32 KeyX, Bytes32 KeyY) : ChainEvent(CommunityId);

public sealed record WorkerDutyChanged(Bytes32 CommunityId, Address Worker, bool OnDuty) : ChainEvent(CommunityId);

public sealed record WorkerRemoved(Bytes32 CommunityId, Address Worker) : ChainEvent(CommunityId);

/// <param name="CommunityId">The community.</param>
/// <param name="Slot">The slot that the report tells of.</param>
/// <param name="Kind">Daily or Alert.</param>
/// <param name="TagX">T.x of the ring signature.</param>
/// <param name="State">Packed summary.</param>
/// <param name="Compliant">Whether it keeps the policy's limits.</param>
public sealed record ReportAccepted(Bytes32 CommunityId, ulong Slot, ReportKind Kind, Bytes32 TagX, Bytes32 State, bool Compliant)
    : ChainEvent(CommunityId);

/// <param name="CommunityId">The community.</param>
/// <param name="Slot">The slot that the report tells of.</param>
/// <param name="RingCode">Contract whose code is the ring.</param>
/// <param name="RingCodeHash">Its hash, which the signature names.</param>
/// <param name="Relay">Who submitted, which the signature names.</param>
/// <param name="Report">The report with its whole signature.</param>
public sealed record ViolationReported(
    Bytes32 CommunityId, ulong Slot, Address RingCode, Bytes32 RingCodeHash, Address Relay, SignedReport Report)
    : ChainEvent(CommunityId);

/// <summary>Somebody prepaid a community's balance in the relay fund; in wei.</summary>
public sealed record Deposited(Bytes32 CommunityId, Address From, BigInteger Amount) : ChainEvent(CommunityId);

/// <summary>An officer took money out of a community's balance; in wei.</summary>
public sealed record Withdrawn(Bytes32 CommunityId, Address To, BigInteger Amount) : ChainEvent(CommunityId);

/// <summary>The limits of refunds changed; amounts in wei.</summary>
public sealed record CapsSet(Bytes32 CommunityId, BigInteger PerReport, ushort ReportsPerSlot, BigInteger PriorityFee, byte MarginPercent)
    : ChainEvent(CommunityId);

/// <summary>A relay was given back what its reports cost; in wei.</summary>
public sealed record RelayRefunded(Bytes32 CommunityId, Address Relay, BigInteger Amount) : ChainEvent(CommunityId);

public sealed record EmergencyPosted(Bytes32 CommunityId, Bytes32 EmergencyHash, Address Relay) : ChainEvent(CommunityId);

public sealed record EmergencyPublished(Bytes32 CommunityId, Bytes32 EmergencyHash, ReadOnlyMemory<byte> Ciphertext) : ChainEvent(CommunityId);

public sealed record EmergencyAcknowledged(Bytes32 CommunityId, Bytes32 EmergencyHash, Address Worker) : ChainEvent(CommunityId);

public sealed record EmergencyResolved(Bytes32 CommunityId, Bytes32 EmergencyHash, Address Worker) : ChainEvent(CommunityId);
