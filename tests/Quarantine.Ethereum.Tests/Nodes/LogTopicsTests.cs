using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Nodes;

public sealed class LogTopicsTests
{
    private static readonly Bytes32[] Five = [.. Enumerable.Range(1, 5).Select(i => Bytes32.FromUInt64((ulong)i))];

    [Fact]
    public void Indexer_EachTopic_IsWhatWasGiven()
    {
        var topics = new LogTopics(Five.AsSpan(0, 4));
        Assert.Equal(Five[..4], Enumerable.Range(0, 4).Select(i => topics[i]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogTopics(Five.AsSpan(0, 3))[3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => topics[-1]);
    }

    [Fact]
    public void Constructor_FiveTopics_Throws() => Assert.Throws<ArgumentException>(() => new LogTopics(Five));

    [Fact]
    public void Equals_SameOrOtherTopics_TellsThem()
    {
        Assert.Equal(new LogTopics(Five.AsSpan(0, 2)), new LogTopics(Five.AsSpan(0, 2)));
        Assert.NotEqual(new LogTopics(Five.AsSpan(0, 2)), new LogTopics(Five.AsSpan(1, 2)));
        Assert.NotEqual(new LogTopics([Bytes32.Zero]), default);
    }
}
