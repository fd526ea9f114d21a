using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>What each policy accepts, what it calls a violation, and what it tells of both.</summary>
public sealed class ReportTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly ulong Slot = Today + 1;

    public static TheoryData<string, int, int, int, int> AtTheLimit => new()
    {
        { SystemDeployer.General, 3, 1440, 1440, 9 },
        { SystemDeployer.Moderate, 2, 60, 30, 9 },
        { SystemDeployer.Strong, 0, 0, 0, 0 },
    };

    public static TheoryData<string, int, int, int, int> OverALimit => new()
    {
        { SystemDeployer.General, 4, 0, 0, 0 },
        { SystemDeployer.Moderate, 3, 0, 0, 0 },
        { SystemDeployer.Moderate, 1, 65, 30, 0 },
        { SystemDeployer.Moderate, 1, 35, 35, 0 },
        { SystemDeployer.Strong, 1, 5, 5, 0 },
        { SystemDeployer.Strong, 0, 0, 0, 1 },
    };

    [Theory]
    [MemberData(nameof(AtTheLimit))]
    public async Task Report_AtTheLimit_IsAcceptedAndToldByOneEvent(string policy, int trips, int minutes, int longest, int visits)
    {
        var (report, relay) = await SignAsync(policy, Summary(trips, minutes, longest, visits));

        var receipt = await SendAsync(relay.Account, report.Policy, QuarantinePolicyCalls.Report(report));

        Assert.True(receipt.Succeeded);
        Assert.Single(receipt.Logs);
        var told = Assert.IsType<ReportAccepted>(Assert.Single(EventsOf(receipt)));
        var expected = new ReportAccepted(TestCommunity.Id, Slot, ReportKind.Daily, report.Signature.Tag.X, report.State, Compliant: true);
        Assert.Equal(expected with { Contract = report.Policy, Position = told.Position }, told);
        using var follower = await FollowAsync();
        Assert.Equal([told], follower.Read(state => state.Reports.ToList()));
        Assert.Empty(follower.Read(state => state.Violations.ToList()));
    }

    [Theory]
    [MemberData(nameof(OverALimit))]
    public async Task Report_OverALimit_IsAViolationThatVerifiesFromItsEventAlone(string policy, int trips, int minutes, int longest, int visits)
    {
        var (report, relay) = await SignAsync(policy, Summary(trips, minutes, longest, visits));

        var receipt = await SendAsync(relay.Account, report.Policy, QuarantinePolicyCalls.Report(report));

        Assert.True(receipt.Succeeded);
        Assert.False(Assert.Single(EventsOf(receipt).OfType<ReportAccepted>()).Compliant);
        var violation = Assert.Single(EventsOf(receipt).OfType<ViolationReported>());
        Assert.Equal(SignedReportCodec.Encode(report), SignedReportCodec.Encode(violation.Report));
        Assert.Equal(relay.Account.Address, violation.Relay);
        Assert.Equal(Slot, violation.Slot);
        Assert.True(await VerifiesAsync(violation));
        Assert.False(await VerifiesAsync(violation with { Relay = Members[3].Account.Address }));
    }

    [Fact]
    public async Task Violation_AfterItsPageWasDissolved_StillVerifiesFromItsEventAlone()
    {
        Assert.Null(await SubmitAsync(await SignAlertAsync(Members[2], Members[5], Today), Members[5]));
        await Community.MoveToAsync(Today + 1);
        await Community.CutPagesAsync(dissolved: 0);
        await Community.MoveToAsync(Today + 3);

        using var follower = await FollowAsync();

        var violation = Assert.Single(follower.Read(state => state.Violations.ToList()));
        Assert.Equal(Today + 2, follower.Read(state => state.Pages.First(page => page.Index == violation.Report.Page).UntilSlot));
        Assert.True(await VerifiesAsync(violation));
    }

    [Fact]
    public async Task IsSpent_AfterAReport_ForItsTagInItsScopeAlone()
    {
        var (report, relay) = await SignAsync(SystemDeployer.General, TestCommunity.Quiet);
        var view = new QuarantinePolicyView(Chain.Node, report.Policy);
        var tag = report.Signature.Tag.X;
        Assert.False(await view.IsSpentAsync(TestCommunity.Id, ReportKind.Daily, Slot, tag));

        Assert.Null(await SubmitAsync(report, relay));

        Assert.True(await view.IsSpentAsync(TestCommunity.Id, ReportKind.Daily, Slot, tag));
        Assert.False(await view.IsSpentAsync(TestCommunity.Id, ReportKind.Alert, Slot, tag));
        Assert.False(await view.IsSpentAsync(TestCommunity.Id, ReportKind.Daily, Slot + 1, tag));
        Assert.False(await view.IsSpentAsync(Bytes32.FromUInt64(1), ReportKind.Daily, Slot, tag));
        Assert.False(await view.IsSpentAsync(TestCommunity.Id, ReportKind.Daily, Slot, report.State));
    }

    /// <summary>1,200 summaries on both sides of every limit: the contract and the household judge alike.</summary>
    [Theory]
    [InlineData(SystemDeployer.General)]
    [InlineData(SystemDeployer.Moderate)]
    [InlineData(SystemDeployer.Strong)]
    public async Task Complies_EverySummaryAroundTheLimits_AsTheHouseholdJudges(string policy)
    {
        var view = new QuarantinePolicyView(Chain.Node, Policy(policy));
        var thresholds = await view.ThresholdsAsync();
        var summaries =
            from trips in new[] { 0, 1, 2, 3, 4 }
            from minutes in new[] { 0, 55, 60, 65, 65_535 }
            from longest in new[] { 0, 30, 35, 65_535 }
            from visits in new[] { 0, 1, 65_534, 65_535 }
            select Summary(trips, minutes, longest, visits);
        foreach (var summary in summaries)
        {
            Assert.True(thresholds.IsMetBy(summary) == await view.CompliesAsync(summary.Pack()), $"{policy}: {summary}");
        }
    }

    private static IntervalSummary Summary(int trips, int minutes, int longest, int visits) => IntervalSummary.Create(
        trips, TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(longest), visits, TimeSpan.FromHours(4), SummaryFlags.PowerFault);

    /// <summary>A daily report of tomorrow, when this policy is in force, and the clock at the moment from which it is taken.</summary>
    private async Task<(SignedReport Report, TestMember Relay)> SignAsync(string policy, IntervalSummary summary)
    {
        await ScheduleAsync(policy);
        await Community.MoveToAsync(Slot + 1);
        return (await SignDailyAsync(Members[0], Members[1], Policy(policy), Slot, summary), Members[1]);
    }

    private async Task<bool> VerifiesAsync(ViolationReported violation)
    {
        var ring = await new RingReader(Chain.Node).ReadAsync(violation.RingCode, violation.RingCodeHash);
        var statement = violation.Report.StatementOn(Community.Deployment.ChainId, violation.Relay);
        return LsagVerifier.Verify(ring!, statement, violation.Report.Signature);
    }
}
