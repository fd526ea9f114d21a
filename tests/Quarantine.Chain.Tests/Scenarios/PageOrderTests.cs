using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>The pages that the registry cut are those that anybody computes from public events, over several rounds.</summary>
public sealed class PageOrderTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private static readonly Bytes32 Id = Bytes32.FromUInt64(4_711);

    private readonly List<TestMember> _members = [.. Enumerable.Range(401, 14).Select(number => TestMember.Of(number))];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Community.CallRegistryAsync(CommunityRegistryCalls.CreateCommunity(Id, TestCommunity.Days.UtcOffset, pageSize: 4, minimumRing: 2));
    }

    public override async Task DisposeAsync()
    {
        _members.ForEach(member => member.Dispose());
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Pages_OfSeveralRounds_AreThoseComputedFromPublicEvents()
    {
        // 4, 4 and a remainder of 3; revoked before the round closed, one of twelve is not among them.
        await AdmitAsync(_members[..12]);
        await RevokeAsync(_members[5]);
        await CloseAndCutAsync();
        await AssertPagesAsync(4, 4, 3);

        // Of the first page one is revoked, one released tomorrow, one has another key; two are new.
        await Community.MoveToAsync(Today + 1);
        var first = await MembersOfAsync(page: 0);
        using var changed = TestMember.Of(401 + _members.IndexOf(first[2]), keysOf: 501);
        await RevokeAsync(first[0]);
        await Community.CallRegistryAsync(CommunityRegistryCalls.Renew(
            Number(first[1], expires: Today + 2).Sign(Community.Deployment.Domain, Community.Officer)));
        await AdmitAsync([changed, .. _members[12..]], later: 1);
        await CloseAndCutAsync(0);
        await AssertPagesAsync(4, 4, 3, 4);

        // All eleven anew, and the one who was revoked is reinstated.
        await Community.MoveToAsync(Today + 2);
        await Community.CallRegistryAsync(CommunityRegistryCalls.Renew(
            Number(_members[5], expires: Today + 13, later: 2).Sign(Community.Deployment.Domain, Community.Officer)));
        await CloseAndCutAsync(1, 2, 3);
        await AssertPagesAsync(4, 4, 3, 4, 4, 4, 4);
    }

    [Fact]
    public async Task Pages_OfMembersReleasedWhileTheyWereQueued_AreThoseComputedFromPublicEvents()
    {
        await AdmitAsync(_members[..6]);
        foreach (var released in _members[..2])
        {
            await Community.CallRegistryAsync(CommunityRegistryCalls.Renew(
                Number(released, expires: Today + 1).Sign(Community.Deployment.Domain, Community.Officer)));
        }

        await CloseAndCutAsync();

        await AssertPagesAsync(4);
    }

    [Fact]
    public async Task CutPages_InAnyOtherOrder_IsRefused()
    {
        await AdmitAsync(_members[..3]);
        var keys = await CloseAsync();

        for (var i = 0; i < keys.Count - 1; i++)
        {
            var swapped = keys.ToArray();
            (swapped[i], swapped[i + 1]) = (swapped[i + 1], swapped[i]);
            Assert.Equal($"PoolOutOfOrder(position: {i + 1})", await RefusalAsync(swapped));
        }

        Assert.Equal("PoolSizeMismatch(given: 2, poolSize: 3)", await RefusalAsync([.. keys.Take(2)]));
        Assert.Null(await RefusalAsync([.. keys]));
    }

    [Fact]
    public async Task FixSeed_ByAnybody_KeepsTheOrderWhateverComesLater()
    {
        var anybody = Members[3].Account;
        await AdmitAsync(_members[..3]);
        var keys = await CloseAsync();
        await Community.CallAsync(anybody, Community.Deployment.Registry, CommunityRegistryCalls.FixSeed(Id));
        var seed = (await Community.Registry.QueueAsync(Id)).Seed;

        // Without the history contract of EIP-2935, a chain has forgotten a block's hash after 256 blocks.
        await Chain.SetCodeAsync(Address.Parse("0x0000F90827F1C53a10cb7A02335B175320002935"), default);
        await Chain.MineAsync(300);

        Assert.False(seed.IsZero);
        var postponed = await RefusalAsync(anybody.Address, Community.Deployment.Registry, CommunityRegistryCalls.PostponeSeed(Id));
        Assert.Equal("SeedNotLapsed", postponed?.Name);
        Assert.Null(await RefusalAsync([.. keys]));
    }

    private static VirtualHouseNumber Number(TestMember member, ulong expires, ulong later = 1) => new(
        Id,
        member.Account.Address,
        (ulong)TestCommunity.Start.ToUnixTimeSeconds() + later,
        (ulong)TestCommunity.Days.StartOf(expires).ToUnixTimeSeconds());

    private Task AdmitAsync(IEnumerable<TestMember> members, ulong later = 0) => Community.CallRegistryAsync(
        CommunityRegistryCalls.Admit([.. members.Select(member => Community.Admission(member, Number(member, Today + 13, later)))]));

    private Task RevokeAsync(TestMember member) => Community.CallRegistryAsync(CommunityRegistryCalls.Revoke(Id, member.Account.Address));

    private async Task CloseAndCutAsync(params ulong[] dissolved)
    {
        var keys = await CloseAsync(dissolved);
        await Community.CallRegistryAsync(CommunityRegistryCalls.CutPages(Id, keys));
    }

    private async Task<IReadOnlyList<Bytes32>> CloseAsync(params ulong[] dissolved)
    {
        await Community.CallRegistryAsync(CommunityRegistryCalls.CloseQueue(Id, dissolved));
        await Chain.MineAsync(3);
        using var follower = new CommunityFollower(Chain.Node, Community.Deployment, Id);
        await follower.LookAsync();
        var queue = await Community.Registry.QueueAsync(Id);
        var seed = await Chain.Node.GetBlockAsync(BlockReference.At(queue.SeedBlock));
        return PageOrder.Sort(seed!.Hash, await new RoundPool(Chain.Node, Community.Deployment, follower).ReadAsync(queue.ClosedRound));
    }

    private async Task<string?> RefusalAsync(Bytes32[] keys) =>
        (await RefusalAsync(Community.Officer.Address, Community.Deployment.Registry, CommunityRegistryCalls.CutPages(Id, keys)))?.ToString();

    private async Task<List<TestMember>> MembersOfAsync(ulong page)
    {
        using var follower = new CommunityFollower(Chain.Node, Community.Deployment, Id);
        await follower.LookAsync();
        var ring = (await follower.RingsAtAsync(Today + 1))[page];
        return [.. _members.Where(member => ring.IndexOf(member.Ring.PublicKey) >= 0)];
    }

    private async Task AssertPagesAsync(params int[] sizes)
    {
        var events = (await new ChainEventReader(Chain.Node, Community.Deployment, [Id]).ReadAsync()).Events;
        var replay = new PageReplay(Chain.Node);
        foreach (var chainEvent in events)
        {
            await replay.ApplyAsync(chainEvent);
        }

        var cut = events.OfType<PageCut>().ToList();
        Assert.Equal(cut.Select(page => (page.Page, page.CodeHash)), replay.Rings.Select(page => (page.Key, page.Value.CodeHash)));
        Assert.Equal(sizes, replay.Rings.Values.Select(ring => ring.Count));
        foreach (var page in cut)
        {
            Assert.Equal(replay.Rings[page.Page].ToCode(), await Chain.Node.GetCodeAsync(page.Code, BlockReference.Latest));
        }
    }
}
