using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Transactions;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.TestKit;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>
/// A scenario on a real chain: eight members in one ring, the strong policy in force, and the ring's first day begun. Each scenario finds the
/// chain as the first one did.
/// </summary>
public abstract class CommunityScenario(CommunityFixture fixture) : IClassFixture<CommunityFixture>, IAsyncLifetime
{
    protected const long Gwei = 1_000_000_000;

    private const ulong GasLimit = 8_000_000;

    private string _snapshot = "";

    /// <summary>The first slot whose ring is in force; it has just begun.</summary>
    protected static ulong Today => TestCommunity.FirstSlot;

    protected TestCommunity Community => fixture.Community;

    protected AnvilServer Chain => Community.Chain;

    protected IReadOnlyList<TestMember> Members => Community.Members;

    public virtual async Task InitializeAsync() => _snapshot = await Chain.SnapshotAsync();

    public virtual Task DisposeAsync() => Chain.RevertAsync(_snapshot);

    protected Address Policy(string name) => Community.Deployment.Policies[name];

    /// <summary>Puts a policy in force from tomorrow on.</summary>
    protected Task ScheduleAsync(string policy) =>
        Community.CallRegistryAsync(CommunityRegistryCalls.SchedulePolicy(TestCommunity.Id, Policy(policy), Today + 1));

    /// <summary>A daily report of a member in its page.</summary>
    protected Task<SignedReport> SignDailyAsync(TestMember member, TestMember relay, Address policy, ulong slot, IntervalSummary summary) =>
        Community.SignAsync(member, relay.Account.Address, policy, ReportKind.Daily, slot, summary);

    /// <summary>An alert of the strong policy.</summary>
    protected Task<SignedReport> SignAlertAsync(TestMember member, TestMember relay, ulong slot) =>
        Community.SignAsync(member, relay.Account.Address, Community.Strong, ReportKind.Alert, slot, TestCommunity.OneTrip);

    /// <summary>A transaction as it is, whatever becomes of it, in a block of this time.</summary>
    protected async Task<TransactionReceipt> SendAsync(
        PrivateKey account, Address contract, byte[] call, DateTimeOffset? at = null, BigInteger wei = default, long priorityFee = Gwei)
    {
        var transaction = new Eip1559Transaction
        {
            ChainId = Community.Deployment.ChainId,
            AccountNonce = await Chain.Node.GetTransactionCountAsync(account.Address, BlockReference.Pending),
            MaxFeePerGas = 10 * Gwei,
            MaxPriorityFeePerGas = priorityFee,
            GasLimit = GasLimit,
            To = contract,
            Value = wei,
            Data = call,
        };
        if (at is { } time)
        {
            await Chain.SetNextBlockTimestampAsync((ulong)time.ToUnixTimeSeconds());
        }

        var signed = transaction.Sign(account);
        Assert.True((await Chain.Node.SendRawTransactionAsync(signed.Raw)).IsInPool);
        return await Chain.WaitForReceiptAsync(signed.Hash);
    }

    /// <summary>Submits a report in a transaction; null where it was accepted, otherwise what it was refused with.</summary>
    protected async Task<ContractError?> SubmitAsync(SignedReport report, TestMember relay, DateTimeOffset? at = null)
    {
        var receipt = await SendAsync(relay.Account, report.Policy, QuarantinePolicyCalls.Report(report), at);
        var refusal = receipt.Succeeded ? null : await RefusalAsync(report, relay, BlockReference.At(receipt.BlockNumber));
        Assert.Equal(receipt.Succeeded, refusal is null);
        return refusal;
    }

    /// <summary>Simulates a report; null where it would be accepted.</summary>
    protected Task<ContractError?> RefusalAsync(SignedReport report, TestMember relay, BlockReference block = default) =>
        RefusalAsync(relay.Account.Address, report.Policy, QuarantinePolicyCalls.Report(report), block);

    /// <summary>Simulates a call; null where it would succeed.</summary>
    protected async Task<ContractError?> RefusalAsync(Address caller, Address contract, byte[] call, BlockReference block = default)
    {
        var result = await Chain.Node.CallAsync(new CallRequest(contract, call) { From = caller, Gas = GasLimit }, block);
        if (result.Revert is null)
        {
            return null;
        }

        Assert.True(ContractErrors.TryRead(result.Revert, out var error), result.Revert.ToString());
        return error;
    }

    /// <summary>The events of a transaction.</summary>
    protected static IReadOnlyList<ChainEvent> EventsOf(TransactionReceipt receipt) =>
        [.. receipt.Logs.Select(log => ChainEventDecoder.TryDecode(log, out var read) ? read : null).OfType<ChainEvent>()];

    /// <summary>What the community's events tell at present.</summary>
    protected async Task<CommunityFollower> FollowAsync()
    {
        var follower = new CommunityFollower(Chain.Node, Community.Deployment, TestCommunity.Id);
        await follower.LookAsync();
        return follower;
    }
}
