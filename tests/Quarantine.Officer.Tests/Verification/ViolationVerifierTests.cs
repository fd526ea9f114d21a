using Quarantine.Chain.Communities;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.Officer.Verification;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Officer.Tests.Verification;

/// <summary>A genuine violation of a real chain, and each of its fields altered, as a lying node could.</summary>
public sealed class ViolationVerifierTests : IAsyncLifetime
{
    private TestCommunity _community = null!;
    private CommunityFollower _follower = null!;
    private ViolationVerifier _verifier = null!;
    private ViolationReported _violation = null!;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        _follower = new CommunityFollower(_community.Node, _community.Deployment, TestCommunity.Id);
        _verifier = new ViolationVerifier(_community.Node, _community.Deployment.ChainId);
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _follower.LookAsync();
        _violation = _follower.Read(state => state.Violations[0]);
    }

    public async Task DisposeAsync()
    {
        _follower.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task VerifyAsync_Genuine_IsVerified() => await AssertVerdictAsync(ViolationVerdict.Verified, _violation);

    [Fact]
    public async Task VerifyAsync_AfterItsPageWasDissolved_IsStillVerified()
    {
        await _community.CutPagesAsync(dissolved: 0);
        await _community.MoveToAsync(TestCommunity.FirstSlot + 2);
        await _follower.LookAsync();

        var state = _follower.Read(known => known);
        Assert.Equal(TestCommunity.FirstSlot + 1, state.Pages.First().UntilSlot);
        Assert.Equal(ViolationVerdict.Verified, await _verifier.VerifyAsync(_violation, state));
    }

    [Fact]
    public async Task VerifyAsync_AnyPartOfTheStatementAltered_IsNoSignature()
    {
        var report = _violation.Report;
        var signature = report.Signature;
        var trips = IntervalSummary.Create(2, TimeSpan.Zero, TimeSpan.Zero, 0, TimeSpan.Zero, SummaryFlags.None);
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, _violation with { Relay = _community.Members[2].Account.Address });
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { State = trips.Pack() }));
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { Kind = ReportKind.Daily }));
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { Slot = report.Slot + 1 }) with { Slot = report.Slot + 1 });
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { CommunityId = Bytes32.FromUInt64(1) }));
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { Policy = _community.Deployment.Policies[SystemDeployer.General] }));
        await AssertVerdictAsync(
            ViolationVerdict.SignatureInvalid, With(report with { Signature = new LsagSignature(Bytes32.FromUInt64(1), signature.Tag, signature.Z) }));
        var parity = new Tag(signature.Tag.X, (byte)(1 - signature.Tag.Parity));
        await AssertVerdictAsync(ViolationVerdict.SignatureInvalid, With(report with { Signature = new LsagSignature(signature.C0, parity, signature.Z) }));
        await AssertVerdictAsync(
            ViolationVerdict.SignatureInvalid, With(report with { Signature = new LsagSignature(signature.C0, signature.Tag, signature.Z[..7]) }));
    }

    [Fact]
    public async Task VerifyAsync_AnotherRingOrPage_IsNotInForce()
    {
        await AssertVerdictAsync(ViolationVerdict.RingNotInForce, _violation with { RingCodeHash = Bytes32.FromUInt64(1) });
        await AssertVerdictAsync(ViolationVerdict.RingNotInForce, _violation with { RingCode = _community.Strong });
        await AssertVerdictAsync(ViolationVerdict.RingNotInForce, With(_violation.Report with { Page = 1 }));
        await AssertVerdictAsync(ViolationVerdict.RingNotInForce, _violation with { Slot = TestCommunity.FirstSlot - 1 });
    }

    [Fact]
    public async Task VerifyAsync_TheRingsCodeReplaced_IsAMismatch()
    {
        await _community.Chain.SetCodeAsync(_violation.RingCode, Hex.Decode("0x00"));
        await AssertVerdictAsync(ViolationVerdict.RingCodeMismatch, _violation);
    }

    [Fact]
    public async Task VerifyAsync_MalformedState_IsMalformed() =>
        await AssertVerdictAsync(ViolationVerdict.StateMalformed, With(_violation.Report with { State = Bytes32.FromUInt64(1) }));

    [Fact]
    public async Task VerifyAsync_PolicyThatIsNotInForce_IsRefused()
    {
        var contract = _community.Deployment.Policies[SystemDeployer.General];
        await AssertVerdictAsync(ViolationVerdict.PolicyNotInForce, _violation with { Contract = contract });
        await AssertVerdictAsync(ViolationVerdict.PolicyNotInForce, _violation with { Slot = TestCommunity.FirstSlot - 2 });
    }

    [Fact]
    public async Task VerifyAsync_SignedStateThatKeepsTheLimits_IsWithinLimits()
    {
        var kept = IntervalSummary.Create(0, TimeSpan.Zero, TimeSpan.Zero, 0, TimeSpan.Zero, SummaryFlags.None);
        var report = await _community.SignAsync(
            _community.Members[3], _violation.Relay, _community.Strong, ReportKind.Alert, TestCommunity.FirstSlot, kept);
        await AssertVerdictAsync(ViolationVerdict.WithinLimits, With(report));
    }

    [Fact]
    public async Task VerifyAsync_TheSameTagAgain_IsRepeated()
    {
        var again = _violation with { Position = _violation.Position with { LogIndex = 77 } };
        var state = StateWith(_violation, again);
        Assert.Equal(ViolationVerdict.Verified, await _verifier.VerifyAsync(_violation, state));
        Assert.Equal(ViolationVerdict.TagRepeated, await _verifier.VerifyAsync(again, state));
    }

    [Fact]
    public async Task VerifyAsync_RingBelowTheCommunitysMinimum_IsTooSmall()
    {
        var state = StateWith(_violation);
        state.Apply(new CommunityCreated(TestCommunity.Id, TestCommunity.Days.UtcOffset, 9, 9));
        Assert.Equal(ViolationVerdict.RingTooSmall, await _verifier.VerifyAsync(_violation, state));
    }

    private ViolationReported With(SignedReport report) => _violation with { Report = report };

    private async Task AssertVerdictAsync(ViolationVerdict expected, ViolationReported violation) =>
        Assert.Equal(expected, await _verifier.VerifyAsync(violation, StateWith(violation)));

    /// <summary>The community's state with these violations instead of its own.</summary>
    private CommunityState StateWith(params ViolationReported[] violations) => _follower.Read(known =>
    {
        var state = new CommunityState(TestCommunity.Id);
        state.Apply(new CommunityCreated(TestCommunity.Id, TestCommunity.Days.UtcOffset, known.PageSize, known.MinimumRing));
        foreach (var (from, policy) in known.Policies)
        {
            state.Apply(new PolicyScheduled(TestCommunity.Id, policy, from));
        }

        foreach (var page in known.Pages)
        {
            state.Apply(new PageCut(TestCommunity.Id, page.Index, page.Round, page.Code, page.CodeHash, page.FromSlot));
        }

        Array.ForEach(violations, state.Apply);
        return state;
    });
}
