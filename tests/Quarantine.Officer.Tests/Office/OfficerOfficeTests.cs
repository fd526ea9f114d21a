using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Officer.Admission;
using Quarantine.Officer.Office;
using Quarantine.TestKit;
using Quarantine.TestKit.Communities;
using Quarantine.TestKit.Time;

namespace Quarantine.Officer.Tests.Office;

public sealed class OfficerOfficeTests : IAsyncLifetime
{
    private static readonly Bytes32 Community = TestCommunity.Id;
    private static readonly ulong Today = TestCommunity.Days.SlotAt(TestCommunity.Start);

    private readonly List<TestMember> _members = [.. Enumerable.Range(1, 10).Select(number => TestMember.Of(number))];
    private readonly SimulatedClock _clock = new(TestCommunity.Start);
    private AnvilServer _chain = null!;
    private OfficerOffice _office = null!;

    public async Task InitializeAsync()
    {
        _chain = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = (ulong)TestCommunity.Start.ToUnixTimeSeconds() });
        var options = new OfficeOptions { WaitForBlock = async (_, _) => await _chain.MineAsync(4) };
        _office = await OfficerOffice.DeployAsync(_chain.Node, _chain.Keys[0], new PolicyLimits(), _clock, options);
        await _office.CreateCommunityAsync(Community, TestCommunity.Days.UtcOffset, pageSize: 8, minimumRing: 4);
    }

    public async Task DisposeAsync()
    {
        _office.Dispose();
        _members.ForEach(member => member.Dispose());
        await _chain.DisposeAsync();
    }

    [Fact]
    public async Task AdmitAsync_GenuineRequests_IssuesHouseNumbersThatTheRegistryHolds()
    {
        var told = new List<SignedHouseNumber>();
        var numbers = await _office.AdmitAsync(Community, Requests(0, 3), TestCommunity.Release, told.Add);

        Assert.Equal(told, numbers);
        foreach (var number in numbers)
        {
            Assert.True(number.TryRecoverOfficer(_office.Deployment.Domain, out var officer));
            Assert.Equal(_office.Account, officer);
            Assert.Equal((ulong)TestCommunity.Start.ToUnixTimeSeconds(), number.HouseNumber.IssuedAt);
            Assert.Equal(number.HouseNumber, (await _office.Registry.HouseNumberOfAsync(number.HouseNumber.Gateway))!.HouseNumber);
            Assert.True(await _office.Registry.IsMemberAsync(Community, number.HouseNumber.Gateway));
        }
    }

    [Fact]
    public async Task AdmitAsync_OneFaultyRequestAmongGood_IssuesNothing()
    {
        var requests = Requests(0, 2).Append(Requests(2, 1)[0] with { PossessionResponse = Bytes32.FromUInt64(1) }).ToList();

        var refused = await Assert.ThrowsAsync<AdmissionException>(() => _office.AdmitAsync(Community, requests, TestCommunity.Release));
        Assert.Equal(RequestFault.Possession, Assert.Single(refused.Faults).Fault);
        Assert.Null(await _office.Registry.HouseNumberOfAsync(_members[0].Account.Address));
    }

    [Fact]
    public async Task AdmitAsync_ReleaseDateOffTheBorderOrPast_Throws()
    {
        await Assert.ThrowsAsync<ArgumentException>("expiresAt", () => _office.AdmitAsync(Community, Requests(0, 1), TestCommunity.Release.AddSeconds(1)));
        await Assert.ThrowsAsync<ArgumentException>("expiresAt", () => _office.AdmitAsync(Community, Requests(0, 1), TestCommunity.Days.StartOf(Today)));
    }

    [Fact]
    public async Task CutPagesAsync_ThenRevokedAdmittedAndDissolved_CutsThoseThatStayAndTheNew()
    {
        await _office.AdmitAsync(Community, Requests(0, 8), TestCommunity.Release);
        var first = Assert.Single(await _office.CutPagesAsync(Community));
        Assert.Equal(Today + 1, first.FromSlot);

        await _chain.MineAtAsync((ulong)TestCommunity.Days.StartOf(Today + 1).ToUnixTimeSeconds());
        _clock.AdvanceTo(TestCommunity.Days.StartOf(Today + 1));
        await _office.RevokeAsync(Community, _members[3].Account.Address);
        await _office.AdmitAsync(Community, Requests(8, 2), TestCommunity.Release);
        var second = Assert.Single(await _office.CutPagesAsync(Community, [first.Index]));

        var expected = _members.Where((_, i) => i != 3).Select(member => member.Ring.PublicKey.X).Order();
        using var follower = new CommunityFollower(_chain.Node, _office.Deployment, Community);
        await follower.LookAsync();
        Assert.Equal(8, Assert.Single(await follower.RingsAtAsync(Today + 1)).Value.Count);
        var (page, ring) = Assert.Single(await follower.RingsAtAsync(Today + 2));
        Assert.Equal(second.Index, page);
        Assert.Equal(expected, ring.Keys.ToArray().Select(key => key.X));
    }

    [Fact]
    public async Task CutPagesAsync_AfterARunThatWasCutShort_GoesOnWithTheClosedRound()
    {
        await _office.AdmitAsync(Community, Requests(0, 5), TestCommunity.Release);
        var failing = new OfficeOptions { WaitForBlock = (_, _) => throw new TimeoutException() };
        using var interrupted = new OfficerOffice(_chain.Node, _chain.Keys[0], _office.Deployment, _clock, failing);
        await Assert.ThrowsAsync<TimeoutException>(() => interrupted.CutPagesAsync(Community));
        Assert.True((await _office.Registry.QueueAsync(Community)).IsClosed);

        Assert.Single(await _office.CutPagesAsync(Community));
        Assert.False((await _office.Registry.QueueAsync(Community)).IsClosed);
    }

    [Fact]
    public async Task CutPagesAsync_AfterTheSeedBlocksHashIsLost_TakesALaterBlock()
    {
        await _office.AdmitAsync(Community, Requests(0, 5), TestCommunity.Release);
        var waits = 0;
        var late = new OfficeOptions { WaitForBlock = async (_, _) => await _chain.MineAsync(++waits == 1 ? 300 : 4) };

        // Without the history contract of EIP-2935 a chain knows the hashes of its last 256 blocks.
        await _chain.SetCodeAsync(Address.Parse("0x0000F90827F1C53a10cb7A02335B175320002935"), default);
        using var office = new OfficerOffice(_chain.Node, _chain.Keys[0], _office.Deployment, _clock, late);

        Assert.Single(await office.CutPagesAsync(Community));
        Assert.Equal(2, waits);
    }

    [Fact]
    public async Task CutPagesAsync_TooFewQueued_IsRefusedWithNumbers()
    {
        await _office.AdmitAsync(Community, Requests(0, 3), TestCommunity.Release);
        var refused = await Assert.ThrowsAsync<RevertException>(() => _office.CutPagesAsync(Community));
        Assert.Equal("PoolTooSmall(poolSize: 3, minimum: 4)", ContractErrors.Describe(refused.Revert));
    }

    [Fact]
    public async Task FundAsync_Twice_PaysWhatIsMissingOnly()
    {
        var account = _members[0].Account.Address;
        var ether = BigInteger.Pow(10, 18);

        Assert.Equal(ether, Assert.Single(await _office.FundAsync([account, account], ether)).Sent);
        Assert.Equal(BigInteger.Zero, Assert.Single(await _office.FundAsync([account], ether / 2)).Sent);
        Assert.Equal(ether, Assert.Single(await _office.FundAsync([account], 2 * ether)).Sent);
        Assert.Equal(2 * ether, await _chain.Node.GetBalanceAsync(account, BlockReference.Latest));
    }

    [Fact]
    public async Task Workers_RegisteredOnDutyAndRemoved_AreKnownSo()
    {
        var worker = _chain.Keys[1].Address;
        await _office.RegisterWorkerAsync(Community, worker, _members[0].Sealing.PublicKey);
        await _office.SetDutyAsync(Community, worker, onDuty: true);
        await _office.RegisterWorkerAsync(Community, worker, _members[1].Sealing.PublicKey);
        using var follower = new CommunityFollower(_chain.Node, _office.Deployment, Community);
        await follower.LookAsync();
        var known = Assert.Single(follower.Read(state => state.Workers));
        Assert.True(known.OnDuty);
        Assert.Equal(_members[1].Sealing.PublicKey.X, known.KeyX);

        await _office.RemoveWorkerAsync(Community, worker);
        await follower.LookAsync();
        Assert.Empty(follower.Read(state => state.Workers));
        Assert.False(await _office.Registry.IsWorkerAsync(Community, worker));
    }

    [Fact]
    public async Task SchedulePolicyAsync_InThePlaceOfALaterOne_IsFollowedAsTheRegistryHasIt()
    {
        var policies = _office.Deployment.Policies;
        await _office.SchedulePolicyAsync(Community, policies[SystemDeployer.General], Today);
        await _office.SchedulePolicyAsync(Community, policies[SystemDeployer.Strong], Today + 5);
        await _office.SchedulePolicyAsync(Community, policies[SystemDeployer.Moderate], Today + 2);
        using var follower = new CommunityFollower(_chain.Node, _office.Deployment, Community);
        await follower.LookAsync();

        for (var slot = Today - 1; slot < Today + 8; slot++)
        {
            var expected = await _office.Registry.PolicyAtAsync(Community, slot);
            Assert.Equal(expected, follower.Read(state => state.PolicyAt(slot)) ?? Address.Zero);
        }
    }

    private List<EnrolmentRequest> Requests(int first, int count) =>
        [.. _members.Skip(first).Take(count).Select(member => member.Request(_office.Deployment.Domain, Community))];
}
