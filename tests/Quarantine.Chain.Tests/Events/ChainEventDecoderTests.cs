using FsCheck;
using FsCheck.Fluent;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Events;

public sealed class ChainEventDecoderTests
{
    [Fact]
    public void Topics_AreThoseOfEveryCommunityEventOfTheCompiledAbi() =>
        Assert.Equal(AbiLogs.CommunityEvents.Keys.Select(EventTopic.Of).Order(), ChainEventDecoder.Topics.Order());

    [Fact]
    public void TryDecode_EveryEventOfTheCompiledAbi_IsRead()
    {
        foreach (var signature in AbiLogs.CommunityEvents.Keys)
        {
            Assert.True(ChainEventDecoder.TryDecode(AbiLogs.Of(signature), out var read), signature);
            Assert.Equal(signature[..signature.IndexOf('(', StringComparison.Ordinal)], read.GetType().Name);
            Assert.Equal(Bytes32.FromUInt64(1), read.CommunityId);
            Assert.Equal(new EventPosition(12, Bytes32.FromUInt64(13), 16, Bytes32.FromUInt64(14)), read.Position);
        }
    }

    [Fact]
    public void TryDecode_ShortenedLengthenedOrWithOtherTopics_IsRefused()
    {
        foreach (var signature in AbiLogs.CommunityEvents.Keys)
        {
            var log = AbiLogs.Of(signature);
            Assert.False(ChainEventDecoder.TryDecode(With(log, [.. log.Data.Span, 0]), out _), signature);
            Assert.False(ChainEventDecoder.TryDecode(With(log, [.. log.Data.Span, .. new byte[32]]), out _), signature);
            Assert.All(Enumerable.Range(0, log.Data.Length), length =>
                Assert.False(ChainEventDecoder.TryDecode(With(log, log.Data.Span[..length].ToArray()), out _), signature));
            var topics = log.Topics.ToArray();
            Assert.All(Enumerable.Range(0, topics.Length), count =>
                Assert.False(ChainEventDecoder.TryDecode(AbiLogs.With(default, topics[..count], log.Data.ToArray()), out _), signature));
            Assert.False(ChainEventDecoder.TryDecode(AbiLogs.With(default, [.. topics, default], log.Data.ToArray()), out _), signature);
        }
    }

    [Fact]
    public void TryDecode_ViolationWithAnUnknownKindOrNoResponse_IsRefused()
    {
        var signature = AbiLogs.CommunityEvents.Keys.Single(name => name.StartsWith("ViolationReported", StringComparison.Ordinal));
        var log = AbiLogs.Of(signature);
        var kind = log.Data.ToArray();
        kind[31] = 2;
        Assert.False(ChainEventDecoder.TryDecode(With(log, kind), out _));

        // The array of responses lies at the end: its length, and three words.
        var none = log.Data.ToArray()[..^96];
        none[^1] = 0;
        Assert.False(ChainEventDecoder.TryDecode(With(log, none), out _));
    }

    [Fact]
    public void TryDecode_AnyData_NeverThrows() => Prop.ForAll<byte[], int>((data, choice) =>
    {
        var log = AbiLogs.Of(AbiLogs.CommunityEvents.Keys.ElementAt((choice & int.MaxValue) % AbiLogs.CommunityEvents.Count));
        var altered = log.Data.ToArray();
        for (var i = 0; i < data.Length && altered.Length > 0; i++)
        {
            altered[data[i] % altered.Length] ^= (byte)(i + 1);
        }

        ChainEventDecoder.TryDecode(With(log, data), out _);
        ChainEventDecoder.TryDecode(With(log, altered), out _);
    }).QuickCheckThrowOnFailure();

    private static LogEntry With(LogEntry log, byte[] data) => AbiLogs.With(log.Address, log.Topics.ToArray(), data);
}
