using Quarantine.Chain.Contracts;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Rings;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>
/// The rings of a slot are frozen: who leaves or changes keys does so from a later slot on, and what was due for earlier slots is still taken.
/// </summary>
public sealed class MembershipTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly ulong Tomorrow = Today + 1;

    private readonly List<TestMember> _others = [.. Enumerable.Range(201, 2).Select(number => TestMember.Of(number))];

    private TestMember Relay => Members[1];

    public override async Task DisposeAsync()
    {
        _others.ForEach(member => member.Dispose());
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Revoke_OfAMemberInARing_LeavesTheRingsOfLaterSlotsAndNotThoseOfEarlierOnes()
    {
        var revoked = Members[0];
        var former = await RingAsync(Today);
        await Community.AdmitAsync(_others);
        await Community.CallRegistryAsync(CommunityRegistryCalls.Revoke(TestCommunity.Id, revoked.Account.Address));
        Assert.False(await Community.Registry.IsMemberAsync(TestCommunity.Id, revoked.Account.Address));
        Assert.Null(await SubmitAsync(await SignAlertAsync(revoked, Relay, Today), Relay));
        await Community.CutPagesAsync(dissolved: 0);
        await Community.MoveToAsync(Tomorrow + 1);

        await AssertGoneAsync(revoked, former, Tomorrow);
        Assert.Null(await SubmitAsync(await SignDailyAsync(revoked, Relay, Community.Strong, Today, TestCommunity.Quiet), Relay));
    }

    [Fact]
    public async Task Renew_ToAnEarlierRelease_LeavesTheRingsFromThatDayOn()
    {
        var released = Members[0];
        var former = await RingAsync(Today);
        await Community.AdmitAsync(_others);
        var shortened = TestCommunity.HouseNumber(released) with
        {
            IssuedAt = (ulong)TestCommunity.Start.ToUnixTimeSeconds() + 1,
            ExpiresAt = (ulong)TestCommunity.Days.StartOf(Tomorrow).ToUnixTimeSeconds(),
        };
        await Community.CallRegistryAsync(CommunityRegistryCalls.Renew(shortened.Sign(Community.Deployment.Domain, Community.Officer)));
        Assert.True(await Community.Registry.IsMemberAsync(TestCommunity.Id, released.Account.Address));
        await Community.CutPagesAsync(dissolved: 0);
        await Community.MoveToAsync(Tomorrow + 1);

        Assert.False(await Community.Registry.IsMemberAsync(TestCommunity.Id, released.Account.Address));
        await AssertGoneAsync(released, former, Tomorrow);
        Assert.Null(await SubmitAsync(await SignDailyAsync(released, Relay, Community.Strong, Today, TestCommunity.Quiet), Relay));
    }

    [Fact]
    public async Task Admit_WithAnotherKeyInTheMiddleOfASlot_GivesNoSecondTagInAnySlot()
    {
        using var changed = TestMember.Of(1, keysOf: 301);
        await Community.AdmitAsync(_others);
        await ChangeKeysAsync(changed);
        var slots = new[] { Today, Tomorrow };
        var before = await Task.WhenAll(slots.Select(slot => RingAsync(slot)));
        Assert.All(before, ring => Assert.True(ring.Ring.IndexOf(changed.Ring.PublicKey) < 0));

        await Community.CutPagesAsync(dissolved: 0);
        await Community.MoveToAsync(Tomorrow + 1);

        var now = await Task.WhenAll(slots.Select(slot => RingAsync(slot)));
        foreach (var slot in slots)
        {
            var accepted = 0;
            var attempts =
                from member in new[] { Members[0], changed }
                from page in now
                where page.Ring.IndexOf(member.Ring.PublicKey) >= 0
                select Sign(member, page.Page, page.Ring, slot);
            foreach (var attempt in attempts)
            {
                accepted += await SubmitAsync(attempt, Relay) is null ? 1 : 0;
            }

            Assert.Equal(1, accepted);
        }

        Assert.True(now[0].Ring.IndexOf(Members[0].Ring.PublicKey) >= 0 && now[1].Ring.IndexOf(changed.Ring.PublicKey) >= 0);
        using var follower = await FollowAsync();
        Assert.Equal(2, follower.Read(state => state.Reports.Count));
    }

    [Fact]
    public async Task Admit_WithAKeyThatWasRegisteredBefore_IsRefused()
    {
        using var thief = TestMember.Of(202, keysOf: 3);
        var admission = Community.Admission(thief, TestCommunity.HouseNumber(thief));

        var refused = await RefusalAsync(Community.Officer.Address, Community.Deployment.Registry, CommunityRegistryCalls.Admit([admission]));

        Assert.Equal($"RingKeyUsed(ringX: {thief.Ring.PublicKey.X})", refused?.ToString());
    }

    private async Task ChangeKeysAsync(TestMember changed)
    {
        var later = TestCommunity.HouseNumber(changed) with { IssuedAt = (ulong)TestCommunity.Start.ToUnixTimeSeconds() + 1 };
        await Community.CallRegistryAsync(CommunityRegistryCalls.Admit([Community.Admission(changed, later)]));
    }

    private async Task<(ulong Page, Ring Ring)> RingAsync(ulong slot)
    {
        using var follower = await FollowAsync();
        var (page, ring) = Assert.Single(await follower.RingsAtAsync(slot));
        return (page, ring);
    }

    /// <summary>Whatever the member tries for the slot is refused: its former ring, under its own number or under the one in force.</summary>
    private async Task AssertGoneAsync(TestMember member, (ulong Page, Ring Ring) former, ulong slot)
    {
        var (page, ring) = await RingAsync(slot);
        Assert.True(ring.IndexOf(member.Ring.PublicKey) < 0);
        Assert.Equal(
            $"RingNotInForce(page: {former.Page}, slot: {slot})", (await SubmitAsync(Sign(member, former.Page, former.Ring, slot), Relay))?.ToString());
        Assert.Equal(
            $"RingSizeMismatch(responses: {former.Ring.Count}, ringSize: {ring.Count})",
            (await SubmitAsync(Sign(member, page, former.Ring, slot), Relay))?.ToString());
        Assert.Null(await SubmitAsync(await SignDailyAsync(Members[2], Relay, Community.Strong, slot, TestCommunity.Quiet), Relay));
    }

    private SignedReport Sign(TestMember member, ulong page, Ring ring, ulong slot)
    {
        var report = new SignedReport(
            Community.Strong, TestCommunity.Id, ReportKind.Daily, slot, TestCommunity.Quiet.Pack(), page, new LsagSignature(default, default, [default]));
        return report with { Signature = new LsagSigner().Sign(member.Ring, ring, report.StatementOn(Community.Deployment.ChainId, Relay.Account.Address)) };
    }
}
