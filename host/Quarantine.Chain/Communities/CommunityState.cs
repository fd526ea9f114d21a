using Quarantine.Chain.Events;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;

namespace Quarantine.Chain.Communities;

/// <summary>
/// A community as its events tell, in the chain's order. Applied events must come from the genuine contracts. Not thread-safe.
/// </summary>
public sealed class CommunityState(Bytes32 communityId)
{
    private readonly Dictionary<Address, Member> _members = [];
    private readonly SortedDictionary<ulong, RingPage> _pages = [];
    private readonly SortedDictionary<ulong, Address> _policies = [];
    private readonly Dictionary<Address, Worker> _workers = [];
    private readonly Dictionary<Bytes32, EmergencyRecord> _emergencies = [];
    private readonly List<ReportAccepted> _reports = [];
    private readonly List<ViolationReported> _violations = [];
    private readonly Dictionary<ulong, QueueClosed> _rounds = [];
    private readonly Dictionary<Address, ulong> _queued = [];
    private readonly Dictionary<Bytes32, Address> _ringKeyOwners = [];

    public Bytes32 CommunityId { get; } = communityId;

    /// <summary>Null until the community was created.</summary>
    public CommunityClock? Clock { get; private set; }

    public byte PageSize { get; private set; }

    public byte MinimumRing { get; private set; }

    public IReadOnlyCollection<Member> Members => _members.Values;

    public IReadOnlyCollection<RingPage> Pages => _pages.Values;

    public IReadOnlyDictionary<ulong, QueueClosed> Rounds => _rounds;

    public IReadOnlyCollection<Worker> Workers => _workers.Values;

    public IReadOnlyDictionary<Bytes32, EmergencyRecord> Emergencies => _emergencies;

    public IReadOnlyList<ReportAccepted> Reports => _reports;

    public IReadOnlyList<ViolationReported> Violations => _violations;

    /// <summary>The policies with the slots from which they are in force, ascending.</summary>
    public IReadOnlyDictionary<ulong, Address> Policies => _policies;

    /// <summary>The policy in force in a slot; null where there is none.</summary>
    public Address? PolicyAt(ulong slot)
    {
        Address? policy = null;
        foreach (var (from, address) in _policies)
        {
            policy = from <= slot ? address : policy;
        }

        return policy;
    }

    public Member? MemberOf(Address gateway) => _members.GetValueOrDefault(gateway);

    /// <summary>The member that registered a ring key, be it the latest of it or a former one; null where nobody did.</summary>
    public Member? OwnerOf(Bytes32 ringX) => _ringKeyOwners.TryGetValue(ringX, out var gateway) ? MemberOf(gateway) : null;

    /// <summary>The members whose latest key was queued for a cutting round. Those of dissolved pages join without an event.</summary>
    public IEnumerable<Member> QueuedFor(ulong round) =>
        _queued.Where(queued => queued.Value == round).Select(queued => _members.GetValueOrDefault(queued.Key)).OfType<Member>();

    /// <summary>Whom emergencies are sealed to: workers on duty, or all where nobody is.</summary>
    public IReadOnlyList<Worker> EmergencyRecipients()
    {
        var onDuty = _workers.Values.Where(worker => worker.OnDuty).ToList();
        return onDuty.Count > 0 ? onDuty : [.. _workers.Values];
    }

    public void Apply(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case ReportAccepted report:
                _reports.Add(report);
                break;
            case ViolationReported violation:
                _violations.Add(violation);
                break;
            case CommunityCreated created:
                (Clock, PageSize, MinimumRing) = (new CommunityClock(created.UtcOffset), created.PageSize, created.MinimumRing);
                break;
            case PolicyScheduled scheduled:
                Schedule(scheduled);
                break;
            default:
                ApplyToMembers(chainEvent);
                ApplyToWorkers(chainEvent);
                ApplyToPages(chainEvent);
                ApplyToEmergencies(chainEvent);
                break;
        }
    }

    /// <summary>A policy takes the place of all that were scheduled from its slot on.</summary>
    private void Schedule(PolicyScheduled scheduled)
    {
        foreach (var later in _policies.Keys.Where(from => from >= scheduled.FromSlot).ToList())
        {
            _policies.Remove(later);
        }

        _policies[scheduled.FromSlot] = scheduled.Policy;
    }

    private void ApplyToMembers(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case MemberAdmitted admitted:
                _members[admitted.Gateway] = new Member(
                    admitted.Gateway, admitted.IssuedAt, admitted.ExpiresAt, admitted.RingX, admitted.SealingX, admitted.SealingY, Revoked: false);
                _ringKeyOwners[admitted.RingX] = admitted.Gateway;
                break;
            case MemberRenewed renewed when _members.TryGetValue(renewed.Gateway, out var member):
                _members[renewed.Gateway] = member with { IssuedAt = renewed.IssuedAt, ExpiresAt = renewed.ExpiresAt, Revoked = false };
                break;
            case MemberRevoked revoked when _members.TryGetValue(revoked.Gateway, out var member):
                _members[revoked.Gateway] = member with { Revoked = true };
                LeaveOpenRound(revoked.Gateway);
                break;
            case MemberQueued queued:
                _queued[queued.Gateway] = queued.Round;
                break;
            default:
                break;
        }
    }

    /// <summary>Who is revoked leaves the queue; the pool of a closed round is fixed.</summary>
    private void LeaveOpenRound(Address gateway)
    {
        if (_queued.TryGetValue(gateway, out var round) && !_rounds.ContainsKey(round))
        {
            _queued.Remove(gateway);
        }
    }

    private void ApplyToWorkers(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case WorkerRegistered registered:
                _workers[registered.Worker] = new Worker(
                    registered.Worker, registered.KeyX, registered.KeyY, _workers.GetValueOrDefault(registered.Worker)?.OnDuty ?? false);
                break;
            case WorkerDutyChanged duty when _workers.TryGetValue(duty.Worker, out var worker):
                _workers[duty.Worker] = worker with { OnDuty = duty.OnDuty };
                break;
            case WorkerRemoved removed:
                _workers.Remove(removed.Worker);
                break;
            default:
                break;
        }
    }

    private void ApplyToPages(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case QueueClosed closed:
                _rounds[closed.Round] = closed;
                break;
            case PageCut cut:
                _pages[cut.Page] = new RingPage(cut.Page, cut.Round, cut.Code, cut.CodeHash, cut.FromSlot, UntilSlot: null);
                break;
            case PageDissolved dissolved when _pages.TryGetValue(dissolved.Page, out var page):
                _pages[dissolved.Page] = page with { UntilSlot = dissolved.UntilSlot };
                break;
            default:
                break;
        }
    }

    private void ApplyToEmergencies(ChainEvent chainEvent)
    {
        switch (chainEvent)
        {
            case EmergencyPosted posted:
                _emergencies[posted.EmergencyHash] = Emergency(posted.EmergencyHash);
                break;
            case EmergencyPublished published:
                _emergencies[published.EmergencyHash] = Emergency(published.EmergencyHash) with { Ciphertext = published.Ciphertext };
                break;
            case EmergencyAcknowledged acknowledged:
                var known = Emergency(acknowledged.EmergencyHash);
                _emergencies[known.Hash] = known with { AcknowledgedBy = known.AcknowledgedBy ?? acknowledged.Worker };
                break;
            case EmergencyResolved resolved:
                _emergencies[resolved.EmergencyHash] = Emergency(resolved.EmergencyHash) with { ResolvedBy = resolved.Worker };
                break;
            default:
                break;
        }
    }

    private EmergencyRecord Emergency(Bytes32 hash) =>
        _emergencies.TryGetValue(hash, out var known) ? known : new EmergencyRecord(hash, null, null, null);
}
