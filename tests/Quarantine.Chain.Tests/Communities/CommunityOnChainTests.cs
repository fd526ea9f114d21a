using Quarantine.Chain.Communities;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Communities;

/// <summary>What a community's events tell of a real chain, also where the chain takes something back or somebody else pretends.</summary>
public sealed class CommunityOnChainTests : IAsyncLifetime
{
    private TestCommunity _community = null!;
    private CommunityFollower _follower = null!;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        _follower = new CommunityFollower(_community.Node, _community.Deployment, TestCommunity.Id);
    }

    public async Task DisposeAsync()
    {
        _follower.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task LookAsync_AfterPagesWereCut_KnowsMembersRingAndPolicy()
    {
        await _follower.LookAsync();

        var rings = await _follower.RingsAtAsync(TestCommunity.FirstSlot);
        var ring = Assert.Single(rings).Value;
        Assert.Equal(TestCommunity.Size, ring.Count);
        Assert.All(_community.Members, member => Assert.True(ring.IndexOf(member.Ring.PublicKey) >= 0));
        Assert.Equal(TestCommunity.Days, _follower.Read(state => state.Clock));
        Assert.Equal(_community.Strong, _follower.Read(state => state.PolicyAt(TestCommunity.FirstSlot)));
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
        Assert.Empty(await _follower.RingsAtAsync(TestCommunity.FirstSlot - 1));
    }

    [Fact]
    public async Task LookAsync_AfterAReorganisation_ForgetsWhatWasTakenBack()
    {
        await _follower.LookAsync();
        var snapshot = await _community.Chain.SnapshotAsync();
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _follower.LookAsync();
        Assert.Single(_follower.Read(state => state.Reports.ToList()));

        await _community.Chain.RevertAsync(snapshot);
        await _community.Chain.MineAsync(5);
        await _follower.LookAsync();

        Assert.Empty(_follower.Read(state => state.Reports.ToList()));
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
    }

    [Fact]
    public async Task LookAsync_AfterBlocksWereReplacedAtTheSameHeight_ReadsAgain()
    {
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _follower.LookAsync();
        Assert.Single(_follower.Read(state => state.Violations.ToList()));

        await _community.Chain.ReorganiseAsync(1);
        await _follower.LookAsync();

        Assert.Empty(_follower.Read(state => state.Violations.ToList()));
    }

    [Fact]
    public async Task LookAsync_LogsOfAnotherContract_AreDroppedAndCounted()
    {
        // Emits LOG2: the first two words of the calldata as topics, the rest as data.
        var liar = Address.Parse("0x00000000000000000000000000000000000bad00");
        await _community.Chain.SetCodeAsync(liar, Hex.Decode("0x6040360360405f376020355f35604036035fa200"));
        foreach (var known in ChainEventDecoder.Topics)
        {
            byte[] call = [.. known.ToArray(), .. TestCommunity.Id.ToArray(), .. new byte[64]];
            await _community.CallAsync(_community.Officer, liar, call);
        }

        await _follower.LookAsync();

        Assert.Equal(ChainEventDecoder.Topics.Count, (int)_follower.Dropped);
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
        Assert.Empty(_follower.Read(state => state.Reports.ToList()));
    }

    [Fact]
    public async Task LookAsync_GenuineLogsRepeatedByAnotherContract_AreDroppedAndCounted()
    {
        // Emits LOG3: the first three words of the calldata as topics, the rest as data.
        var liar = Address.Parse("0x00000000000000000000000000000000000bad00");
        await _community.Chain.SetCodeAsync(liar, Hex.Decode("0x6060360360605f37604035602035" + "5f35606036035fa300"));
        var genuine = await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        Assert.Equal(2, genuine.Logs.Count);
        foreach (var log in genuine.Logs)
        {
            byte[] call = [.. log.Topics.ToArray().SelectMany(topic => topic.ToArray()), .. log.Data.Span];
            var repeated = await _community.CallAsync(_community.Officer, liar, call);
            Assert.True(ChainEventDecoder.TryDecode(Assert.Single(repeated.Logs), out _));
        }

        await _follower.LookAsync();

        Assert.Equal(2, _follower.Dropped);
        Assert.Single(_follower.Read(state => state.Reports.ToList()));
        Assert.Single(_follower.Read(state => state.Violations.ToList()));
    }
}
