using Quarantine.Messages.Reports;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>A report names who submits it, and lands once, whoever submits.</summary>
public sealed class RelayTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    [Fact]
    public async Task Report_CopiedBySomebodyElse_IsRefusedAndTheRelaysOwnStillLands()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today);

        Assert.Equal("SignatureInvalid()", (await SubmitAsync(report, Members[2]))?.ToString());
        Assert.Null(await SubmitAsync(report, Members[1]));
    }

    [Fact]
    public async Task Report_SubmittedTwice_IsRefusedAsSpent()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today);

        Assert.Null(await SubmitAsync(report, Members[1]));
        Assert.Equal($"TagSpent(tagX: {report.Signature.Tag.X.ToBigInteger()})", (await SubmitAsync(report, Members[1]))?.ToString());
    }

    [Fact]
    public async Task Report_SignedAfreshWithOtherTotalsForAnotherRelay_IsRefusedAsSpent()
    {
        var first = await SignAlertAsync(Members[0], Members[1], Today);
        Assert.Null(await SubmitAsync(first, Members[1]));

        var second = await Community.SignAsync(
            Members[0], Members[3].Account.Address, Community.Strong, ReportKind.Alert, Today, TestCommunity.Quiet);

        Assert.NotEqual(first.Signature.C0, second.Signature.C0);
        Assert.Equal($"TagSpent(tagX: {first.Signature.Tag.X.ToBigInteger()})", (await SubmitAsync(second, Members[3]))?.ToString());
    }

    [Fact]
    public async Task Report_OfTheSameMemberInOtherScopes_HasAnotherTagEachTime()
    {
        var reports = new List<SignedReport> { await SignAlertAsync(Members[0], Members[1], Today) };
        Assert.Null(await SubmitAsync(reports[0], Members[1]));
        await Community.MoveToAsync(Today + 2);
        foreach (var slot in new[] { Today, Today + 1 })
        {
            reports.Add(await SignDailyAsync(Members[0], Members[1], Community.Strong, slot, TestCommunity.OneTrip));
            Assert.Null(await SubmitAsync(reports[^1], Members[1]));
        }

        Assert.Equal(3, reports.Select(report => report.Signature.Tag.X).Distinct().Count());
    }

    [Fact]
    public async Task Report_OfEveryMemberOfARing_IsAccepted()
    {
        foreach (var member in Members)
        {
            Assert.Null(await SubmitAsync(await SignAlertAsync(member, Members[1], Today), Members[1]));
        }

        using var follower = await FollowAsync();
        Assert.Equal(TestCommunity.Size, follower.Read(state => state.Reports.Select(report => report.TagX).Distinct().Count()));
    }
}
