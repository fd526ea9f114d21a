using System.Collections.Concurrent;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.RingSignatures.Lsag;

namespace Quarantine.Officer.Verification;

/// <summary>
/// Verifies violations off chain, from the event, the ring's code and the registry's events alone: it does not take the policy's word that the
/// signature was good. Thread-safe.
/// </summary>
public sealed class ViolationVerifier(IEthereumNode node, ulong chainId)
{
    private readonly RingReader _rings = new(node);
    private readonly ConcurrentDictionary<Address, PolicyThresholds> _thresholds = new();

    /// <summary>Throws what the node throws; a verdict is final.</summary>
    /// <param name="violation">From a genuine policy.</param>
    /// <param name="state">The community's events up to the violation or later.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<ViolationVerdict> VerifyAsync(ViolationReported violation, CommunityState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(violation);
        ArgumentNullException.ThrowIfNull(state);
        var report = violation.Report;
        if (state.PolicyAt(violation.Slot) != violation.Contract)
        {
            return ViolationVerdict.PolicyNotInForce;
        }

        if (!IsInForce(violation, state))
        {
            return ViolationVerdict.RingNotInForce;
        }

        var ring = await _rings.ReadAsync(violation.RingCode, violation.RingCodeHash, cancellationToken);
        if (ring is null || ring.Count < state.MinimumRing)
        {
            return ring is null ? ViolationVerdict.RingCodeMismatch : ViolationVerdict.RingTooSmall;
        }

        if (!IntervalSummary.TryUnpack(report.State, out var summary))
        {
            return ViolationVerdict.StateMalformed;
        }

        if (!LsagVerifier.Verify(ring, report.StatementOn(chainId, violation.Relay), report.Signature))
        {
            return ViolationVerdict.SignatureInvalid;
        }

        if (IsRepeated(violation, state))
        {
            return ViolationVerdict.TagRepeated;
        }

        var thresholds = await ThresholdsAsync(violation.Contract, cancellationToken);
        return thresholds.IsMetBy(summary!) ? ViolationVerdict.WithinLimits : ViolationVerdict.Verified;
    }

    private static bool IsInForce(ViolationReported violation, CommunityState state) => state.Pages.Any(page =>
        page.Index == violation.Report.Page && page.Code == violation.RingCode && page.CodeHash == violation.RingCodeHash
        && page.IsInForceAt(violation.Slot));

    /// <summary>Whether an earlier one of the same scope has the same tag: x alone tells tags apart.</summary>
    private static bool IsRepeated(ViolationReported violation, CommunityState state) => state.Violations
        .TakeWhile(other => other.Position != violation.Position)
        .Any(other => other.Contract == violation.Contract && other.Slot == violation.Slot && other.Report.Kind == violation.Report.Kind
            && other.Report.Signature.Tag.X == violation.Report.Signature.Tag.X);

    /// <summary>Immutable, so asked for once.</summary>
    private async Task<PolicyThresholds> ThresholdsAsync(Address policy, CancellationToken cancellationToken) =>
        _thresholds.TryGetValue(policy, out var known)
            ? known
            : _thresholds.GetOrAdd(policy, await new QuarantinePolicyView(node, policy).ThresholdsAsync(cancellationToken));
}
