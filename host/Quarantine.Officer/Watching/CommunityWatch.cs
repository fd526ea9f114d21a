using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Summaries;
using Quarantine.Officer.Verification;

namespace Quarantine.Officer.Watching;

/// <summary>
/// Follows one community, some, or all, look by look, and verifies every violation off chain. Looks are taken one at a time; what was seen
/// last can be asked for at any time. Thread-safe.
/// </summary>
public sealed class CommunityWatch : IDisposable
{
    private readonly ChainEventReader _reader;
    private readonly ViolationVerifier _verifier;
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly Lock _gate = new();
    private readonly Queue<ChainEvent> _waiting = [];
    private Dictionary<Bytes32, CommunityState> _communities = [];
    private Dictionary<FindingKey, Finding> _findings = [];
    private Dictionary<FindingKey, Finding> _former = [];
    private ulong _head;
    private long _dropped;

    /// <param name="node">The chain.</param>
    /// <param name="deployment">The contracts.</param>
    /// <param name="communities">The communities; empty for all.</param>
    public CommunityWatch(IEthereumNode node, QuarantineDeployment deployment, params IReadOnlyList<Bytes32> communities)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        _reader = new ChainEventReader(node, deployment, communities);
        _verifier = new ViolationVerifier(node, deployment.ChainId);
    }

    /// <summary>The newest block seen; 0 before the first look.</summary>
    public ulong Head => Locked(() => _head);

    /// <summary>Logs that pretended to be events of the contracts.</summary>
    public long Dropped => Locked(() => _dropped);

    /// <summary>Everything found that still stands, in the order in which it was found.</summary>
    public IReadOnlyList<Finding> Findings => Locked(() => _findings.Values.ToList());

    /// <summary>The communities that were created.</summary>
    public IReadOnlyList<Bytes32> Communities => Locked(() => _communities.Where(known => known.Value.Clock is not null).Select(known => known.Key).ToList());

    /// <summary>Asks something of a community's state as it was seen last.</summary>
    public T Read<T>(Bytes32 communityId, Func<CommunityState, T> ask)
    {
        ArgumentNullException.ThrowIfNull(ask);
        return Locked(() => ask(StateOf(communityId)));
    }

    /// <summary>
    /// Looks at the chain once; what was found anew, and what a reorganisation took back. Throws what the node throws: nothing is lost then,
    /// the next look goes on.
    /// </summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken = default)
    {
        await _looking.WaitAsync(cancellationToken);
        try
        {
            Take(await _reader.ReadAsync(cancellationToken));
            var found = new List<Finding>();
            while (Locked(() => _waiting.TryPeek(out var next) ? next : null) is { } chainEvent)
            {
                if (Keep(await FindAsync(chainEvent, cancellationToken)) is { } finding)
                {
                    found.Add(finding);
                }
            }

            found.AddRange(Withdraw());
            return found;
        }
        finally
        {
            _looking.Release();
        }
    }

    public void Dispose() => _looking.Dispose();

    private void Take(EventBatch batch) => Locked(() =>
    {
        if (batch.Replaced)
        {
            // What was not told again by the end of this look has been taken off the chain.
            _communities = [];
            _waiting.Clear();
            foreach (var (key, finding) in _findings)
            {
                _former.TryAdd(key, finding);
            }

            _findings = [];
        }

        foreach (var chainEvent in batch.Events)
        {
            StateOf(chainEvent.CommunityId).Apply(chainEvent);
            _waiting.Enqueue(chainEvent);
        }

        _head = batch.Head;
        _dropped += batch.Dropped;
        return true;
    });

    private async Task<Finding?> FindAsync(ChainEvent read, CancellationToken cancellationToken) => read switch
    {
        ReportAccepted report => new ReportFinding(
            report.CommunityId, report.Position, report.Slot, report.Kind, SummaryOf(report.State), report.Contract, report.TagX, report.Compliant),
        ViolationReported violation => await JudgeAsync(violation, cancellationToken),
        EmergencyPosted posted => Emergency(posted, posted.EmergencyHash, EmergencyBoardStatus.Posted, posted.Relay),
        EmergencyPublished published => Emergency(published, published.EmergencyHash, EmergencyBoardStatus.Published, null),
        EmergencyAcknowledged acknowledged => Emergency(acknowledged, acknowledged.EmergencyHash, EmergencyBoardStatus.Acknowledged, acknowledged.Worker),
        EmergencyResolved resolved => Emergency(resolved, resolved.EmergencyHash, EmergencyBoardStatus.Resolved, resolved.Worker),
        _ => null,
    };

    private async Task<ViolationFinding> JudgeAsync(ViolationReported violation, CancellationToken cancellationToken)
    {
        var verdict = await _verifier.VerifyAsync(violation, Locked(() => StateOf(violation.CommunityId)), cancellationToken);
        var report = violation.Report;
        return new ViolationFinding(
            violation.CommunityId, violation.Position, violation.Slot, report.Kind, SummaryOf(report.State), violation.Contract, report.Signature.Tag.X, verdict);
    }

    /// <summary>Takes the event off the queue; the finding where it is told for the first time.</summary>
    private Finding? Keep(Finding? finding) => Locked(() =>
    {
        _waiting.Dequeue();
        if (finding is null)
        {
            return null;
        }

        var key = FindingKey.Of(finding);
        while (!_findings.TryAdd(key, finding))
        {
            key = key.Next();
        }

        return _former.Remove(key) ? null : finding;
    });

    private List<Finding> Withdraw() => Locked(() =>
    {
        var withdrawn = _former.Values.Select(Finding (former) => new WithdrawnFinding(former)).ToList();
        _former = [];
        return withdrawn;
    });

    private CommunityState StateOf(Bytes32 communityId)
    {
        if (!_communities.TryGetValue(communityId, out var state))
        {
            _communities[communityId] = state = new CommunityState(communityId);
        }

        return state;
    }

    private static EmergencyFinding Emergency(ChainEvent read, Bytes32 hash, EmergencyBoardStatus status, Address? by) =>
        new(read.CommunityId, read.Position, hash, status, by);

    private static IntervalSummary? SummaryOf(Bytes32 state) => IntervalSummary.TryUnpack(state, out var summary) ? summary : null;

    private T Locked<T>(Func<T> work)
    {
        lock (_gate)
        {
            return work();
        }
    }
}
