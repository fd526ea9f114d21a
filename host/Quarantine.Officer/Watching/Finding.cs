#pragma warning disable MA0048 // What a watch can find, read together.
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.Officer.Verification;

namespace Quarantine.Officer.Watching;

/// <summary>Something an officer is told of a community. Nothing in it names a household.</summary>
/// <param name="CommunityId">The community.</param>
/// <param name="Position">Of the event; may still be replaced by a reorganisation.</param>
public abstract record Finding(Bytes32 CommunityId, EventPosition Position);

/// <summary>A policy accepted a report.</summary>
public sealed record ReportFinding(
    Bytes32 CommunityId, EventPosition Position, ulong Slot, ReportKind Kind, IntervalSummary? Summary, Address Policy, Bytes32 TagX, bool Compliant)
    : Finding(CommunityId, Position);

/// <summary>A policy reported a violation, and what verifying it off chain found.</summary>
public sealed record ViolationFinding(
    Bytes32 CommunityId, EventPosition Position, ulong Slot, ReportKind Kind, IntervalSummary? Summary, Address Policy, Bytes32 TagX, ViolationVerdict Verdict)
    : Finding(CommunityId, Position);

/// <summary>An emergency changed its state. Its content is the workers' alone.</summary>
/// <param name="CommunityId">The community.</param>
/// <param name="Position">Of the event.</param>
/// <param name="Hash">keccak256 of the sealed message.</param>
/// <param name="Status">Where it stands after the event.</param>
/// <param name="By">The relay or worker; null for a publication, which does not say.</param>
public sealed record EmergencyFinding(Bytes32 CommunityId, EventPosition Position, Bytes32 Hash, EmergencyBoardStatus Status, Address? By)
    : Finding(CommunityId, Position);

/// <summary>A reorganisation took something off the chain that was found before.</summary>
public sealed record WithdrawnFinding(Finding Former) : Finding(Former.CommunityId, Former.Position);
