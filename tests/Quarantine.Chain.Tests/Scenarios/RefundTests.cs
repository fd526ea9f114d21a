using System.Numerics;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>What relays are given back, beside what their transactions' receipts say that they paid.</summary>
public sealed class RefundTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly BigInteger Ether = BigInteger.Pow(10, 18);
    private static readonly BigInteger Prepaid = Ether;
    private static readonly RefundCaps Generous = new(Ether, ReportsPerSlot: 1000, Gwei, MarginPercent: 0);

    private Address Fund => Community.Deployment.RelayFund;

    private RelayFundView View => new(Chain.Node, Fund);

    private TestMember Relay => Members[1];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.True((await SendAsync(Community.Officer, Fund, RelayFundCalls.Deposit(TestCommunity.Id), wei: Prepaid)).Succeeded);
        await SetCapsAsync(Generous);
    }

    [Fact]
    public async Task Report_WithAPrepaidBalance_CostsItsRelayNextToNothing()
    {
        var before = await BalanceAsync(Relay.Account.Address);

        var receipt = await ReportAsync(Members[0]);

        var (cost, refunded) = (Cost(receipt), RefundOf(receipt));
        Assert.InRange(refunded, cost * 97 / 100, cost);
        Assert.Equal(before - cost + refunded, await BalanceAsync(Relay.Account.Address));
        Assert.Equal(Prepaid - refunded, await View.BalanceAsync(TestCommunity.Id));
        Assert.Equal(Prepaid - refunded, await BalanceAsync(Fund));
        Assert.Equal(BigInteger.One, await View.RefundedTodayAsync(TestCommunity.Id));
    }

    [Fact]
    public async Task Report_WithoutCaps_IsAcceptedAndRefundsNothing()
    {
        await SetCapsAsync(new RefundCaps(0, 0, 0, 0));

        Assert.Empty(EventsOf(await ReportAsync(Members[0])).OfType<RelayRefunded>());
        Assert.Equal(Prepaid, await View.BalanceAsync(TestCommunity.Id));
    }

    [Fact]
    public async Task Report_WithAMargin_GivesTheRelayThatMuchMoreAndNoMore()
    {
        await SetCapsAsync(Generous with { MarginPercent = 10 });

        var receipt = await ReportAsync(Members[0]);

        Assert.InRange(RefundOf(receipt), Cost(receipt) * 106 / 100, Cost(receipt) * 110 / 100);
    }

    [Fact]
    public async Task Report_WithAPriorityFeeAboveTheCap_IsRefundedAtTheCap()
    {
        var receipt = await ReportAsync(Members[0], priorityFee: 5 * Gwei);

        var block = await Chain.Node.GetBlockAsync(BlockReference.At(receipt.BlockNumber));
        var capped = receipt.GasUsed * (block!.BaseFeePerGas!.Value + Gwei);
        Assert.Equal(block.BaseFeePerGas.Value + (5 * Gwei), receipt.EffectiveGasPrice);
        Assert.InRange(RefundOf(receipt), capped * 97 / 100, capped);
    }

    [Fact]
    public async Task Report_AboveTheCapAReport_IsRefundedTheCap()
    {
        await SetCapsAsync(Generous with { PerReport = 1_000 * Gwei });

        Assert.Equal(1_000 * Gwei, RefundOf(await ReportAsync(Members[0])));
    }

    [Fact]
    public async Task Report_AfterTheCapASlot_IsAcceptedAndNotRefundedUntilTheNextDay()
    {
        await SetCapsAsync(Generous with { ReportsPerSlot = 2 });
        RefundOf(await ReportAsync(Members[0]));
        RefundOf(await ReportAsync(Members[2]));
        var left = await View.BalanceAsync(TestCommunity.Id);

        Assert.Empty(EventsOf(await ReportAsync(Members[3])).OfType<RelayRefunded>());
        Assert.Equal(left, await View.BalanceAsync(TestCommunity.Id));
        await Community.MoveToAsync(Today + 1);
        Assert.Equal(BigInteger.Zero, await View.RefundedTodayAsync(TestCommunity.Id));
        RefundOf(await ReportAsync(Members[4], Today + 1));
    }

    [Fact]
    public async Task Report_WithABalanceThatIsNearlySpent_TakesWhatIsLeftAndIsAcceptedEvenThen()
    {
        await SendAsync(Community.Officer, Fund, RelayFundCalls.Withdraw(TestCommunity.Id, Community.Officer.Address, Prepaid - 123));

        Assert.Equal(123, RefundOf(await ReportAsync(Members[0])));
        Assert.Empty(EventsOf(await ReportAsync(Members[2])).OfType<RelayRefunded>());
        Assert.Equal(BigInteger.Zero, await BalanceAsync(Fund));
    }

    [Fact]
    public async Task ReportBatch_OfEight_IsRefundedWhatTheOneTransactionCost()
    {
        var reports = new List<SignedReport>();
        foreach (var member in Members)
        {
            reports.Add(await SignAlertAsync(member, Relay, Today));
        }

        var receipt = await SendAsync(Relay.Account, Community.Strong, QuarantinePolicyCalls.ReportBatch(reports));

        Assert.InRange(RefundOf(receipt), Cost(receipt) * 97 / 100, Cost(receipt));
        Assert.Equal(TestCommunity.Size, await View.RefundedTodayAsync(TestCommunity.Id));
    }

    [Fact]
    public async Task ReportBatch_OfRefusedReportsAlone_IsNotRefunded()
    {
        var foreign = await SignAlertAsync(Members[0], Members[5], Today);

        var receipt = await SendAsync(Relay.Account, Community.Strong, QuarantinePolicyCalls.ReportBatch([foreign]));

        Assert.Empty(EventsOf(receipt).OfType<RelayRefunded>());
        Assert.Equal(Prepaid, await View.BalanceAsync(TestCommunity.Id));
    }

    [Fact]
    public async Task Withdraw_ByTheOfficer_PaysOut()
    {
        var to = Address.Parse("0x00000000000000000000000000000000000000aa");

        var receipt = await SendAsync(Community.Officer, Fund, RelayFundCalls.Withdraw(TestCommunity.Id, to, 77));

        var told = Assert.IsType<Withdrawn>(Assert.Single(EventsOf(receipt)));
        Assert.Equal(new Withdrawn(TestCommunity.Id, to, 77) { Contract = Fund, Position = told.Position }, told);
        Assert.Equal(77, await BalanceAsync(to));
        Assert.Equal(Prepaid - 77, await View.BalanceAsync(TestCommunity.Id));
    }

    [Fact]
    public async Task Fund_AskedByWhoeverMayNot_Refuses()
    {
        var (officer, stranger, id) = (Community.Officer.Address, Relay.Account.Address, TestCommunity.Id);
        Assert.Equal($"NotAnOfficer(account: {stranger})", await RefusalAsync(stranger, RelayFundCalls.Withdraw(id, stranger, 1)));
        Assert.Equal($"NotAnOfficer(account: {stranger})", await RefusalAsync(stranger, RelayFundCalls.SetCaps(id, Generous)));
        Assert.Equal(
            $"BalanceTooLow(amount: {Prepaid + 1}, balance: {Prepaid})", await RefusalAsync(officer, RelayFundCalls.Withdraw(id, officer, Prepaid + 1)));
        Assert.Equal("MarginTooHigh(marginPercent: 11)", await RefusalAsync(officer, RelayFundCalls.SetCaps(id, Generous with { MarginPercent = 11 })));
        var unknown = Bytes32.FromUInt64(9);
        Assert.Equal($"UnknownCommunity(communityId: {unknown})", await RefusalAsync(stranger, RelayFundCalls.Deposit(unknown)));
    }

    [Fact]
    public async Task Events_OfTheFund_AreFollowedAndReadBack()
    {
        var receipt = await ReportAsync(Members[0]);
        var reader = new ChainEventReader(Chain.Node, Community.Deployment, [TestCommunity.Id]);

        var batch = await reader.ReadAsync();

        Assert.Equal(0, batch.Dropped);
        Assert.Equal(Prepaid, Assert.Single(batch.Events.OfType<Deposited>()).Amount);
        Assert.Equal(Relay.Account.Address, Assert.Single(batch.Events.OfType<RelayRefunded>()).Relay);
        Assert.Equal(RefundOf(receipt), Assert.Single(batch.Events.OfType<RelayRefunded>()).Amount);
        var caps = Assert.Single(batch.Events.OfType<CapsSet>());
        Assert.Equal(Generous, new RefundCaps(caps.PerReport, caps.ReportsPerSlot, caps.PriorityFee, caps.MarginPercent));
        Assert.Equal(Generous, await View.CapsAsync(TestCommunity.Id));
    }

    private static BigInteger Cost(TransactionReceipt receipt) => receipt.GasUsed * receipt.EffectiveGasPrice;

    private static BigInteger RefundOf(TransactionReceipt receipt)
    {
        Assert.True(receipt.Succeeded);
        return Assert.Single(EventsOf(receipt).OfType<RelayRefunded>()).Amount;
    }

    private async Task<TransactionReceipt> ReportAsync(TestMember member, ulong? slot = null, long priorityFee = Gwei)
    {
        var report = await SignAlertAsync(member, Relay, slot ?? Today);
        var receipt = await SendAsync(Relay.Account, Community.Strong, QuarantinePolicyCalls.Report(report), priorityFee: priorityFee);
        Assert.True(receipt.Succeeded);
        return receipt;
    }

    private async Task SetCapsAsync(RefundCaps caps) =>
        Assert.True((await SendAsync(Community.Officer, Fund, RelayFundCalls.SetCaps(TestCommunity.Id, caps))).Succeeded);

    private async Task<string?> RefusalAsync(Address caller, byte[] call) => (await RefusalAsync(caller, Fund, call))?.ToString();

    private Task<BigInteger> BalanceAsync(Address account) => Chain.Node.GetBalanceAsync(account, BlockReference.Latest);
}
