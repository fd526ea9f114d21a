using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>What a household, a relay or an officer knows of a community at a moment, and what a policy must answer by that.</summary>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="State">The community's events.</param>
/// <param name="Rings">The rings in force in each slot, by page.</param>
/// <param name="WithAlerts">The policy that takes alerts.</param>
/// <param name="Now">The time of the block.</param>
internal sealed record ReportExpectation(
    ulong ChainId, CommunityState State, IReadOnlyDictionary<ulong, IReadOnlyDictionary<ulong, Ring>> Rings, Address WithAlerts, DateTimeOffset Now)
{
    private const int Day = 86_400;

    /// <summary>The name of the error with which the policy refuses a report of this sender; null where it accepts.</summary>
    public string? RefusalOf(SignedReport report, Address sender)
    {
        if (report.CommunityId != State.CommunityId || State.PolicyAt(report.Slot) != report.Policy)
        {
            return "NotInForce";
        }

        if (RefusalOfTime(report) is { } refusal)
        {
            return refusal;
        }

        if (!IntervalSummary.TryUnpack(report.State, out _) && !IsMerelyFine(report.State))
        {
            return "MalformedState";
        }

        var rings = Rings.GetValueOrDefault(report.Slot);
        if (rings is null || !rings.TryGetValue(report.Page, out var ring))
        {
            return "RingNotInForce";
        }

        if (report.Signature.Z.Length != ring.Count || ring.Count < State.MinimumRing)
        {
            return "RingSizeMismatch";
        }

        return LsagVerifier.Verify(ring, report.StatementOn(ChainId, sender), report.Signature) ? null : "SignatureInvalid";
    }

    private string? RefusalOfTime(SignedReport report)
    {
        if (report.Kind > ReportKind.Alert)
        {
            return "UnknownKind";
        }

        if (report.Kind == ReportKind.Alert && report.Policy != WithAlerts)
        {
            return "AlertsNotTaken";
        }

        // Slots of any size: a forged one overflows a date.
        var begin = (BigInteger)report.Slot * Day;
        var (opens, closes) = report.Kind == ReportKind.Daily ? (begin + Day, begin + (9 * Day)) : (begin, begin + Day + (2 * 3_600));
        var local = (Now + State.Clock!.Value.UtcOffset).ToUnixTimeSeconds();
        return local < opens || local >= closes ? "OutsideWindow" : null;
    }

    /// <summary>The household rounds minutes; whether they are rounded is for who reads them, not for the policy.</summary>
    private static bool IsMerelyFine(Bytes32 state)
    {
        var rounded = state.ToArray();
        rounded.AsSpan(4, 4).Clear();
        rounded.AsSpan(10, 2).Clear();
        return IntervalSummary.TryUnpack(new Bytes32(rounded), out _);
    }
}
