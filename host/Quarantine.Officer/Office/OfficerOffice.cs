using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;

namespace Quarantine.Officer.Office;

/// <summary>
/// What an officer does on the chain, each step awaited until it is mined. Throws <see cref="RevertException"/> where a contract refuses,
/// <see cref="TransactionException"/> where a transaction fails or does not come, and what the node throws. Does not own node and key.
/// Thread-safe.
/// </summary>
public sealed class OfficerOffice : IDisposable
{
    private readonly IEthereumNode _node;
    private readonly TransactionSender _sender;
    private readonly AdmissionDesk _admissions;
    private readonly PageCutter _cutter;

    /// <param name="node">The chain.</param>
    /// <param name="officer">Signs house numbers and transactions.</param>
    /// <param name="deployment">The contracts.</param>
    /// <param name="clock">For the dates in house numbers.</param>
    /// <param name="options">Waiting; null for the defaults.</param>
    public OfficerOffice(IEthereumNode node, PrivateKey officer, QuarantineDeployment deployment, TimeProvider clock, OfficeOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        _node = node;
        Deployment = deployment;
        var waiting = options ?? new OfficeOptions();
        _sender = new TransactionSender(node, officer, deployment.ChainId, waiting.ChainClock);
        Registry = new RegistryView(node, deployment.Registry);
        Refunds = new RefundDesk(node, _sender, deployment.RelayFund);
        _admissions = new AdmissionDesk(Registry, _sender, officer, deployment, clock);
        _cutter = new PageCutter(node, _sender, deployment, waiting);
    }

    public QuarantineDeployment Deployment { get; }

    public RegistryView Registry { get; }

    /// <summary>The communities' prepaid balances.</summary>
    public RefundDesk Refunds { get; }

    /// <summary>The officer's account.</summary>
    public Address Account => _sender.Account;

    /// <summary>Deploys a whole system, of which <paramref name="officer"/> becomes the chief officer.</summary>
    public static async Task<OfficerOffice> DeployAsync(
        IEthereumNode node,
        PrivateKey officer,
        PolicyLimits limits,
        TimeProvider clock,
        OfficeOptions? options = null,
        Action<string>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(node);
        var chainId = await node.GetChainIdAsync(cancellationToken);
        using var sender = new TransactionSender(node, officer, chainId, (options ?? new OfficeOptions()).ChainClock);
        var deployment = await new SystemDeployer(node, sender, chainId).DeployAsync(limits, progress, cancellationToken);
        return new OfficerOffice(node, officer, deployment, clock, options);
    }

    /// <param name="communityId">Id, not taken yet.</param>
    /// <param name="utcOffset">Local time minus UTC, whole seconds, -12 h to +14 h.</param>
    /// <param name="pageSize">Target number of keys of a ring; together with <paramref name="minimumRing"/> at most 65.</param>
    /// <param name="minimumRing">Fewest keys of a ring, 2 to <paramref name="pageSize"/>.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task CreateCommunityAsync(
        Bytes32 communityId, TimeSpan utcOffset, byte pageSize, byte minimumRing, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.CreateCommunity(communityId, utcOffset, pageSize, minimumRing), cancellationToken);

    /// <summary>Puts a policy in force from a slot on, in the place of all that are scheduled from that slot on.</summary>
    public Task SchedulePolicyAsync(Bytes32 communityId, Address policy, ulong fromSlot, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.SchedulePolicy(communityId, policy, fromSlot), cancellationToken);

    /// <summary>
    /// Verifies the requests, signs a house number for each and admits them. Throws <see cref="Admission.AdmissionException"/> where one is
    /// faulty: then nothing is signed or sent.
    /// </summary>
    /// <param name="communityId">The community.</param>
    /// <param name="requests">Their gateways' requests.</param>
    /// <param name="expiresAt">The release date, on a slot's border.</param>
    /// <param name="signed">Given each house number before it is sent, to be kept; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public Task<IReadOnlyList<SignedHouseNumber>> AdmitAsync(
        Bytes32 communityId,
        IReadOnlyList<EnrolmentRequest> requests,
        DateTimeOffset expiresAt,
        Action<SignedHouseNumber>? signed = null,
        CancellationToken cancellationToken = default) =>
        _admissions.AdmitAsync(communityId, requests, expiresAt, signed, cancellationToken);

    /// <summary>
    /// Closes the queue together with the pages to be dissolved, waits for the seed block, and cuts the pages, which are in force from the next
    /// slot on. A round that was closed and not cut is cut first, and then nothing is closed. Returns the pages that were cut.
    /// </summary>
    public Task<IReadOnlyList<RingPage>> CutPagesAsync(
        Bytes32 communityId, IReadOnlyList<ulong>? dissolved = null, CancellationToken cancellationToken = default) =>
        _cutter.CutAsync(communityId, dissolved ?? [], cancellationToken);

    /// <summary>Takes a gateway out: its house number is void at once, its key leaves the rings when its page is dissolved.</summary>
    public Task RevokeAsync(Bytes32 communityId, Address gateway, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.Revoke(communityId, gateway), cancellationToken);

    /// <summary>Registers a worker, or gives a registered one another key.</summary>
    public Task RegisterWorkerAsync(Bytes32 communityId, Address worker, SealingPublicKey key, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.RegisterWorker(communityId, worker, key.X, key.Y), cancellationToken);

    public Task SetDutyAsync(Bytes32 communityId, Address worker, bool onDuty, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(communityId, worker, onDuty), cancellationToken);

    public Task RemoveWorkerAsync(Bytes32 communityId, Address worker, CancellationToken cancellationToken = default) =>
        CallRegistryAsync(CommunityRegistryCalls.RemoveWorker(communityId, worker), cancellationToken);

    /// <summary>Tops accounts up to <paramref name="target"/> wei; those that have as much get nothing. Returns what each got.</summary>
    public async Task<IReadOnlyList<(Address Account, BigInteger Sent)>> FundAsync(
        IReadOnlyList<Address> accounts, BigInteger target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        var sent = new List<(Address, BigInteger)>();
        foreach (var account in accounts.Distinct())
        {
            var missing = target - await _node.GetBalanceAsync(account, BlockReference.Latest, cancellationToken);
            if (missing.Sign > 0)
            {
                await _sender.PayAsync(account, missing, cancellationToken);
            }

            sent.Add((account, BigInteger.Max(missing, BigInteger.Zero)));
        }

        return sent;
    }

    public void Dispose() => _sender.Dispose();

    private async Task CallRegistryAsync(byte[] call, CancellationToken cancellationToken) =>
        await _sender.CallAsync(Deployment.Registry, call, cancellationToken);
}
