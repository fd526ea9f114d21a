using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Messages.Reports;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>When a slot's reports are taken, to the second of the block, in a community one hour ahead of UTC.</summary>
public sealed class WindowTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly DateTimeOffset Begin = TestCommunity.Days.StartOf(Today + 1);
    private static readonly DateTimeOffset End = TestCommunity.Days.StartOf(Today + 2);

    [Theory]
    [InlineData(SystemDeployer.General)]
    [InlineData(SystemDeployer.Strong)]
    public async Task Daily_FromTheSlotsEndForEightDays_IsAccepted(string policy)
    {
        await ScheduleAsync(policy);
        var (first, last) = (await DailyAsync(policy, 0), await DailyAsync(policy, 2));

        AssertOutside(await SubmitAsync(await DailyAsync(policy, 0), Members[1], End.AddSeconds(-1)), End.AddSeconds(-1));
        Assert.Null(await SubmitAsync(first, Members[1], End));
        Assert.Null(await SubmitAsync(last, Members[1], End.AddDays(8).AddSeconds(-1)));
        AssertOutside(await SubmitAsync(await DailyAsync(policy, 3), Members[1], End.AddDays(8)), End.AddDays(8));
    }

    [Fact]
    public async Task Alert_DuringTheSlotAndTwoHoursAfter_IsAcceptedByTheStrongPolicy()
    {
        var alerts = new List<SignedReport>();
        for (var i = 0; i < 4; i++)
        {
            alerts.Add(await SignAlertAsync(Members[i], Members[5], Today + 1));
        }

        AssertOutside(await SubmitAsync(alerts[0], Members[5], Begin.AddSeconds(-1)), Begin.AddSeconds(-1));
        Assert.Null(await SubmitAsync(alerts[0], Members[5], Begin));
        Assert.Null(await SubmitAsync(alerts[1], Members[5], End));
        Assert.Null(await SubmitAsync(alerts[2], Members[5], End.AddHours(2).AddSeconds(-1)));
        AssertOutside(await SubmitAsync(alerts[3], Members[5], End.AddHours(2)), End.AddHours(2));
    }

    [Theory]
    [InlineData(SystemDeployer.General)]
    [InlineData(SystemDeployer.Moderate)]
    public async Task Alert_OfAPolicyWithoutAlerts_IsRefused(string policy)
    {
        await ScheduleAsync(policy);
        var alert = await Community.SignAsync(
            Members[0], Members[1].Account.Address, Policy(policy), ReportKind.Alert, Today + 1, TestCommunity.OneTrip);

        Assert.Equal("AlertsNotTaken()", (await SubmitAsync(alert, Members[1], Begin.AddHours(1)))?.ToString());
    }

    [Fact]
    public async Task Report_OfAnUnknownKind_IsRefused()
    {
        var report = await Community.SignAsync(
            Members[0], Members[1].Account.Address, Community.Strong, (ReportKind)2, Today + 1, TestCommunity.Quiet.Pack());

        Assert.Equal("UnknownKind(kind: 2)", (await SubmitAsync(report, Members[1], Begin.AddHours(1)))?.ToString());
    }

    private static void AssertOutside(ContractError? refusal, DateTimeOffset at)
    {
        var local = (at + TestCommunity.Days.UtcOffset).ToUnixTimeSeconds();
        Assert.Equal($"OutsideWindow(slot: {Today + 1}, localTime: {local})", refusal?.ToString());
    }

    private Task<SignedReport> DailyAsync(string policy, int member) =>
        SignDailyAsync(Members[member], Members[1], Policy(policy), Today + 1, TestCommunity.Quiet);
}
