using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>A report is taken with the ring that it was signed for, of the slot that it tells of, under the policy of that slot, and no other.</summary>
public sealed class RingTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private readonly List<TestMember> _others = [.. Enumerable.Range(101, TestCommunity.Size).Select(number => TestMember.Of(number))];

    public override async Task DisposeAsync()
    {
        _others.ForEach(member => member.Dispose());
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Report_NamingAPageThatIsNotThere_IsRefused()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today) with { Page = 1 };

        Assert.Equal($"RingNotInForce(page: 1, slot: {Today})", (await SubmitAsync(report, Members[1]))?.ToString());
    }

    [Fact]
    public async Task Report_NamingAnotherRingOfTheSameSlot_IsRefusedAndItsOwnIsTaken()
    {
        await Community.AdmitAsync(_others);
        await Community.CutPagesAsync();
        await Community.MoveToAsync(Today + 1);
        var own = await SignAlertAsync(Members[0], Members[1], Today + 1);
        var other = await SignAlertAsync(_others[0], Members[1], Today + 1);
        Assert.NotEqual(own.Page, other.Page);

        Assert.Equal("SignatureInvalid()", (await SubmitAsync(own with { Page = other.Page }, Members[1]))?.ToString());
        Assert.Equal("SignatureInvalid()", (await SubmitAsync(other with { Page = own.Page }, Members[1]))?.ToString());
        Assert.Null(await SubmitAsync(own, Members[1]));
        Assert.Null(await SubmitAsync(other, Members[1]));
    }

    [Fact]
    public async Task Report_WithARingThatComesIntoForceLater_IsRefused()
    {
        await Community.AdmitAsync(_others);
        await Community.CutPagesAsync();
        var later = await SignAlertAsync(_others[0], Members[1], Today + 1);

        Assert.Equal($"RingNotInForce(page: {later.Page}, slot: {Today})", (await SubmitAsync(later with { Slot = Today }, Members[1]))?.ToString());
    }

    [Fact]
    public async Task Report_WithARingThatWasDissolvedBeforeItsSlot_IsRefusedAndOfItsLastSlotTaken()
    {
        await Community.MoveToAsync(Today + 1);
        var former = await SignAlertAsync(Members[0], Members[1], Today + 1);
        await Community.CutPagesAsync(dissolved: 0);
        Assert.Null(await SubmitAsync(former, Members[1]));
        await Community.MoveToAsync(Today + 2);

        Assert.Equal(
            $"RingNotInForce(page: 0, slot: {Today + 2})", (await SubmitAsync(former with { Slot = Today + 2 }, Members[1]))?.ToString());
        Assert.Null(await SubmitAsync(await SignAlertAsync(Members[0], Members[1], Today + 2), Members[1]));
    }

    [Fact]
    public async Task Report_WithMoreOrFewerResponsesThanTheRingHasKeys_IsRefused()
    {
        var report = await SignAlertAsync(Members[0], Members[1], Today);
        var z = report.Signature.Z.ToArray();

        Assert.Equal("RingSizeMismatch(responses: 7, ringSize: 8)", (await SubmitAsync(With(report, z.AsSpan(0, 7)), Members[1]))?.ToString());
        Assert.Equal("RingSizeMismatch(responses: 9, ringSize: 8)", (await SubmitAsync(With(report, [.. z, z[0]]), Members[1]))?.ToString());
    }

    [Fact]
    public async Task Report_ToAPolicyThatIsNotInForceInItsSlot_IsRefused()
    {
        await ScheduleAsync(SystemDeployer.General);
        await Community.MoveToAsync(Today + 2);
        var (strong, general) = (SystemDeployer.Strong, SystemDeployer.General);
        foreach (var (slot, inForce, other) in new[] { (Today, strong, general), (Today + 1, general, strong) })
        {
            var refused = await SignDailyAsync(Members[0], Members[1], Policy(other), slot, TestCommunity.Quiet);
            Assert.Equal($"NotInForce(communityId: {TestCommunity.Id}, slot: {slot})", (await SubmitAsync(refused, Members[1]))?.ToString());
            Assert.Null(await SubmitAsync(await SignDailyAsync(Members[0], Members[1], Policy(inForce), slot, TestCommunity.Quiet), Members[1]));
        }
    }

    [Fact]
    public async Task Report_ForAnotherCommunity_IsRefused()
    {
        var stranger = Bytes32.FromUInt64(77);
        await Community.CallRegistryAsync(CommunityRegistryCalls.CreateCommunity(stranger, TestCommunity.Days.UtcOffset, 8, 8));
        await Community.CallRegistryAsync(CommunityRegistryCalls.SchedulePolicy(stranger, Community.Strong, Today));
        var report = await SignAlertAsync(Members[0], Members[1], Today) with { CommunityId = stranger };

        Assert.Equal($"RingNotInForce(page: 0, slot: {Today})", (await SubmitAsync(report, Members[1]))?.ToString());
    }

    private static SignedReport With(SignedReport report, ReadOnlySpan<Bytes32> z) =>
        report with { Signature = new(report.Signature.C0, report.Signature.Tag, z) };
}
