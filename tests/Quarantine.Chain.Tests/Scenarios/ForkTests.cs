using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Transactions;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scopes;
using Quarantine.TestKit;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>The chain splits, and the other side takes another chain id: same contracts, same addresses, same rings. Nothing signed crosses over.</summary>
public sealed class ForkTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private const ulong ForkId = 31_338;

    private AnvilServer _fork = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _fork = await AnvilServer.StartAsync(new AnvilOptions { ChainId = ForkId, Arguments = ["--fork-url", Chain.Url.ToString()] });
    }

    public override async Task DisposeAsync()
    {
        await _fork.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Report_ReplayedOnTheFork_IsRefused()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today);

        Assert.Equal(ForkId, await _fork.Node.GetChainIdAsync());
        Assert.Equal("SignatureInvalid()", await RefusalOnForkAsync(Members[1], report));
        Assert.Null(await SubmitAsync(report, Members[1]));
        Assert.Equal("SignatureInvalid()", await RefusalOnForkAsync(Members[1], report));
    }

    [Fact]
    public async Task Report_SignedForTheFork_IsTakenThereAloneAndItsTagTellsNothing()
    {
        var here = await SignAlertAsync(Members[0], Members[1], Today);
        var there = await SignForForkAsync(here);

        Assert.Null(await RefusalOnForkAsync(Members[1], there));
        Assert.NotEqual(here.Signature.Tag.X, there.Signature.Tag.X);
        Assert.Equal("SignatureInvalid()", (await SubmitAsync(there, Members[1]))?.ToString());
        Assert.Null(await SubmitAsync(here, Members[1]));
    }

    [Fact]
    public async Task Transaction_OfARelayReplayedOnTheFork_IsRefusedByTheNode()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today);
        var signed = new Eip1559Transaction
        {
            ChainId = Community.Deployment.ChainId,
            AccountNonce = 0,
            MaxFeePerGas = 10 * Gwei,
            MaxPriorityFeePerGas = Gwei,
            GasLimit = 1_000_000,
            To = report.Policy,
            Data = QuarantinePolicyCalls.Report(report),
        }.Sign(Members[1].Account);

        Assert.False((await _fork.Node.SendRawTransactionAsync(signed.Raw)).IsInPool);
        Assert.True((await Chain.Node.SendRawTransactionAsync(signed.Raw)).IsInPool);
        Assert.True((await Chain.WaitForReceiptAsync(signed.Hash)).Succeeded);
    }

    [Fact]
    public async Task Admission_SignedForTheChain_IsRefusedOnTheFork()
    {
        using var member = TestMember.Of(51);
        var call = CommunityRegistryCalls.Admit([Community.Admission(member, TestCommunity.HouseNumber(member))]);

        var there = await _fork.Node.CallAsync(new CallRequest(Community.Deployment.Registry, call) { From = Community.Officer.Address }, default);

        Assert.StartsWith("NotAnOfficer(account: ", ContractErrors.Describe(there.Revert!), StringComparison.Ordinal);
        Assert.Null(await RefusalAsync(Community.Officer.Address, Community.Deployment.Registry, call));
    }

    [Fact]
    public async Task Deployment_CheckedOnTheFork_IsRefused() =>
        await Assert.ThrowsAsync<DeploymentException>(() => new DeploymentCheck(_fork.Node).VerifyAsync(Community.Deployment));

    private async Task<SignedReport> SignForForkAsync(SignedReport report)
    {
        using var follower = await FollowAsync();
        var ring = (await follower.RingsAtAsync(report.Slot))[report.Page];
        var scope = new Scope(ForkId, report.Policy, report.CommunityId, (byte)report.Kind, report.Slot);
        return report with { Signature = new LsagSigner().Sign(Members[0].Ring, ring, new Statement(scope, report.State, Members[1].Account.Address)) };
    }

    private async Task<string?> RefusalOnForkAsync(TestMember relay, SignedReport report)
    {
        var call = new CallRequest(report.Policy, QuarantinePolicyCalls.Report(report)) { From = relay.Account.Address };
        var result = await _fork.Node.CallAsync(call, BlockReference.Latest);
        return result.Revert is null ? null : ContractErrors.Describe(result.Revert);
    }
}
