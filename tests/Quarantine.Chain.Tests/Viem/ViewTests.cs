using System.Reflection;
using System.Text.Json.Nodes;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Funding;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Tests.Scenarios;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>What this library asks contracts on a real chain, and what it makes of their answers, beside viem.</summary>
public sealed class ViewTests(CommunityFixture fixture, ViemOracle viem) : IClassFixture<CommunityFixture>, IClassFixture<ViemOracle>
{
    private static readonly Bytes32 Id = TestCommunity.Id;
    private static readonly ulong Slot = TestCommunity.FirstSlot;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private IEthereumNode _node = null!;
    private Func<IReadOnlyList<(CallRequest Call, ReadOnlyMemory<byte> Returned)>> _take = null!;

    private QuarantineDeployment Deployment => fixture.Community.Deployment;

    [Fact]
    public async Task Views_OfEveryContract_AskAndAnswerAsViemReads()
    {
        (_node, _take) = RecordingNode.Over(fixture.Community.Node);
        using var queued = TestMember.Of(81);
        await GiveAnswersAsync(queued);
        await AskRegistryAsync(queued);
        await AskPolicyAsync();
        await AskFundAndBoardAsync();

        var views = new[] { typeof(RegistryView), typeof(QuarantinePolicyView), typeof(RelayFundView), typeof(EmergencyBoardView) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");
        Assert.Equal(views.Order(), _asked.Order());
    }

    /// <summary>So that answers are not all zero.</summary>
    private async Task GiveAnswersAsync(TestMember queued)
    {
        var community = fixture.Community;
        using var sender = community.Sender(community.Officer);
        await community.AdmitAsync(queued);
        await sender.SendAsync(Deployment.RelayFund, RelayFundCalls.Deposit(Id), 5, CancellationToken.None);
        await sender.CallAsync(Deployment.RelayFund, RelayFundCalls.SetCaps(Id, new RefundCaps(1_000_000_000, 2, 3, 4)), CancellationToken.None);
        await community.CallAsync(community.Members[0].Account, Deployment.EmergencyBoard, EmergencyBoardCalls.Post(Id, Id));
    }

    private async Task AskRegistryAsync(TestMember queued)
    {
        var view = new RegistryView(_node, Deployment.Registry);
        var (member, officer) = (fixture.Community.Members[0].Account.Address, fixture.Community.Officer.Address);
        var of = AbiText.Object(("communityId", Id));

        await CheckAsync("CurrentSlotAsync", "currentSlot", of, Only(await view.CurrentSlotAsync(Id)));
        await CheckAsync(
            "PolicyAtAsync", "policyAt", AbiText.Object(("communityId", Id), ("slot", Slot)), Only(await view.PolicyAtAsync(Id, Slot)));
        await CheckAsync("IsOfficerAsync", "isOfficer", AbiText.Object(("account", officer)), Only(await view.IsOfficerAsync(officer)));
        await CheckAsync(
            "IsWorkerAsync", "isWorker", AbiText.Object(("communityId", Id), ("worker", officer)), Only(await view.IsWorkerAsync(Id, officer)));
        await CheckAsync(
            "IsMemberAsync", "isMember", AbiText.Object(("communityId", Id), ("gateway", member)), Only(await view.IsMemberAsync(Id, member)));
        var settings = await view.CommunityAsync(Id);
        await CheckAsync("CommunityAsync", "communityOf", of, AbiText.Object(
            ("utcOffset", (long)settings.Clock.UtcOffset.TotalSeconds), ("pageSize", settings.PageSize), ("minimumRing", settings.MinimumRing)));
        var record = (await view.HouseNumberOfAsync(member))!;
        var number = AbiText.Object(
            ("communityId", record.HouseNumber.CommunityId), ("gateway", record.HouseNumber.Gateway),
            ("issuedAt", record.HouseNumber.IssuedAt), ("expiresAt", record.HouseNumber.ExpiresAt));
        await CheckAsync(
            "HouseNumberOfAsync", "houseNumberOf", AbiText.Object(("gateway", member)), AbiText.Object(("houseNumber", number), ("revoked", record.Revoked)));
        var queue = await view.QueueAsync(Id);
        await CheckAsync("QueueAsync", "queueOf", of, Only(AbiText.Object(
            ("openRound", queue.OpenRound), ("queued", queue.Queued), ("poolSize", queue.PoolSize), ("seedBlock", queue.SeedBlock), ("seed", queue.Seed))));
        var round = await view.QueuedRoundOfAsync(queued.Account.Address);
        await CheckAsync("QueuedRoundOfAsync", "membershipOf", AbiText.Object(("gateway", queued.Account.Address)), Only(AbiText.Object(
            ("communityId", Id), ("queuedRound", round), ("inPage", false), ("page", 0))));

        Task CheckAsync(string method, string function, JsonObject arguments, JsonObject returned) =>
            this.CheckAsync($"{nameof(RegistryView)}.{method}", "CommunityRegistry", (function, arguments, returned));
    }

    private async Task AskPolicyAsync()
    {
        foreach (var (name, contract) in new[]
        {
            (SystemDeployer.General, "GeneralQuarantine"), (SystemDeployer.Moderate, "ModerateQuarantine"), (SystemDeployer.Strong, "StrongQuarantine"),
        })
        {
            var view = new QuarantinePolicyView(_node, Deployment.Policies[name]);
            var state = TestCommunity.OneTrip.Pack();
            var none = AbiText.Object();

            var thresholds = await view.ThresholdsAsync();
            var limits = AbiText.Object(
                ("maxTrips", thresholds.MaxTrips), ("maxMinutesOutside", thresholds.MaxMinutesOutside),
                ("maxLongestTripMinutes", thresholds.MaxLongestTripMinutes), ("maxVisits", thresholds.MaxVisits));
            await CheckAsync("ThresholdsAsync", ("alerts", none, Only(thresholds.Alerts)), ("thresholds", none, limits));
            await CheckAsync("RegistryAsync", ("registry", none, Only(await view.RegistryAsync())));
            await CheckAsync("FundAsync", ("fund", none, Only(await view.FundAsync())));
            await CheckAsync("CompliesAsync", ("complies", AbiText.Object(("state", state)), Only(await view.CompliesAsync(state))));
            var scope = AbiText.Object(("communityId", Id), ("kind", 1), ("slot", Slot), ("tagX", state.ToBigInteger()));
            await CheckAsync("IsSpentAsync", ("isSpent", scope, Only(await view.IsSpentAsync(Id, ReportKind.Alert, Slot, state))));

            Task CheckAsync(string method, params (string Function, JsonObject Arguments, JsonObject Returned)[] expected) =>
                this.CheckAsync($"{nameof(QuarantinePolicyView)}.{method}", contract, expected);
        }
    }

    private async Task AskFundAndBoardAsync()
    {
        var fund = new RelayFundView(_node, Deployment.RelayFund);
        var of = AbiText.Object(("communityId", Id));
        await CheckAsync($"{nameof(RelayFundView)}.BalanceAsync", "RelayFund", ("balanceOf", of, Only(await fund.BalanceAsync(Id))));
        await CheckAsync($"{nameof(RelayFundView)}.RefundedTodayAsync", "RelayFund", ("refundedToday", of, Only(await fund.RefundedTodayAsync(Id))));
        var caps = await fund.CapsAsync(Id);
        await CheckAsync($"{nameof(RelayFundView)}.CapsAsync", "RelayFund", ("capsOf", of, Only(AbiText.Object(
            ("perReport", caps.PerReport), ("reportsPerSlot", caps.ReportsPerSlot), ("priorityFee", caps.PriorityFee), ("marginPercent", caps.MarginPercent)))));

        var board = new EmergencyBoardView(_node, Deployment.EmergencyBoard);
        var emergency = AbiText.Object(("communityId", Id), ("emergencyHash", TestCommunity.Id));
        await CheckAsync(
            $"{nameof(EmergencyBoardView)}.StatusOfAsync", "EmergencyBoard", ("statusOf", emergency, Only((int)await board.StatusOfAsync(Id, TestCommunity.Id))));
    }

    /// <summary>An unnamed return value stands under its position.</summary>
    private static JsonObject Only(object value) => AbiText.Object(("0", value));

    private async Task CheckAsync(string view, string contract, params (string Function, JsonObject Arguments, JsonObject Returned)[] expected)
    {
        _asked.Add(view);
        var calls = _take();
        Assert.Equal(expected.Length, calls.Count);
        foreach (var ((function, arguments, returned), (call, data)) in expected.Zip(calls))
        {
            var (read, failure) = await viem.AskAsync(new JsonObject
            {
                ["ask"] = "result",
                ["contract"] = contract,
                ["data"] = Hex.Encode(call.Data.Span),
                ["returned"] = Hex.Encode(data.Span),
            });
            Assert.True(read is not null, $"{view}: {failure}");
            Assert.True(function == (string)read["name"]!, $"{view} asks {read["name"]}, not {function}");
            Assert.True(AbiText.AreEqual(arguments, read["args"]), $"{view}: viem reads the question as {read["args"]!.ToJsonString()}");
            Assert.True(
                AbiText.AreEqual(returned, read["returned"]),
                $"{view}: viem reads the answer as {read["returned"]!.ToJsonString()}, this library {returned.ToJsonString()}");
        }
    }
}
