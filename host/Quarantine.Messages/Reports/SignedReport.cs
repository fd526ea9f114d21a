using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.Messages.Reports;

/// <summary>A report and its ring signature, as it goes to the policy.</summary>
/// <param name="Policy">The contract that it is for.</param>
/// <param name="CommunityId">The community.</param>
/// <param name="Kind">Daily or Alert.</param>
/// <param name="Slot">The slot that it tells of.</param>
/// <param name="State">The packed summary.</param>
/// <param name="Page">Index of the ring's page in the registry.</param>
/// <param name="Signature">Not yet verified.</param>
public sealed record SignedReport(
    Address Policy, Bytes32 CommunityId, ReportKind Kind, ulong Slot, Bytes32 State, ulong Page, LsagSignature Signature)
{
    /// <summary>What the signature's tag is unique within.</summary>
    public Scope ScopeOn(ulong chainId) => new(chainId, Policy, CommunityId, (byte)Kind, Slot);

    /// <summary>What was signed for the account that submits it.</summary>
    public Statement StatementOn(ulong chainId, Address relay) => new(ScopeOn(chainId), State, relay);
}
