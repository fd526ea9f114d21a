using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Outbox;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Reporting;

/// <summary>
/// Puts an alert into the outbox when presence confirms that a limit of a policy with alerts is exceeded; once a slot. The limits are read
/// from the policy's contract, where they are immutable. Thread-safe.
/// </summary>
public sealed class AlertWatch(
    CommunityFollower community, IEthereumNode node, OutboxStore outbox, Func<ulong, IntervalSummary> summarize, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Address, PolicyThresholds> _thresholds = [];
    private ulong? _alerted;

    /// <summary>Reads the limits of policies that were scheduled since the last call.</summary>
    public async Task LearnAsync(CancellationToken cancellationToken)
    {
        foreach (var policy in community.Read(state => state.Policies.Values.ToList()))
        {
            if (ThresholdsOf(policy) is null && await ReadAsync(policy, cancellationToken) is { } read)
            {
                lock (_gate)
                {
                    _thresholds[policy] = read;
                }
            }
        }
    }

    /// <summary>The limits of a policy; null where they are not known yet.</summary>
    public PolicyThresholds? ThresholdsOf(Address policy)
    {
        lock (_gate)
        {
            return _thresholds.GetValueOrDefault(policy);
        }
    }

    /// <summary>Whether an alert was added for the present slot.</summary>
    public bool AddWhereExceeded()
    {
        if (community.Read(state => state.Clock) is not { } days)
        {
            return false;
        }

        var slot = days.SlotAt(clock.GetUtcNow());
        if (_alerted == slot || community.Read(state => state.PolicyAt(slot)) is not { } policy
            || ThresholdsOf(policy) is not { Alerts: true } thresholds || thresholds.IsMetBy(summarize(slot)))
        {
            return false;
        }

        _alerted = slot;
        return outbox.Add(slot, ReportKind.Alert, clock.GetUtcNow());
    }

    private async Task<PolicyThresholds?> ReadAsync(Address policy, CancellationToken cancellationToken)
    {
        var thresholds = await node.CallAsync(new CallRequest(policy, QuarantinePolicyCalls.Thresholds()), BlockReference.Latest, cancellationToken);
        var alerts = await node.CallAsync(new CallRequest(policy, QuarantinePolicyCalls.Alerts()), BlockReference.Latest, cancellationToken);
        return thresholds.Revert is null && alerts.Revert is null
            && QuarantinePolicyCalls.TryReadThresholds(thresholds.ReturnDataOrThrow().Span, alerts.ReturnDataOrThrow().Span, out var read)
            ? read
            : null;
    }
}
