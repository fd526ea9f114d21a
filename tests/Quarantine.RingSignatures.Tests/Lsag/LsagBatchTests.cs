using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;

namespace Quarantine.RingSignatures.Tests.Lsag;

public sealed class LsagBatchTests : IDisposable
{
    private readonly SampleRing _sample = new(3, "batch");

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(7)]
    public void Verify_SomeSignaturesWrong_GivesEachItsOwnVerdict(int parallelism)
    {
        var signer = new LsagSigner();
        var items = Enumerable.Range(0, 60).Select(i =>
        {
            var signature = signer.Sign(_sample.Pairs[i % 3], _sample.Ring, _sample.Statement);
            var statement = i % 7 == 0 ? _sample.Statement with { State = Bytes32.FromUInt64((ulong)i) } : _sample.Statement;
            return new LsagBatchItem(_sample.Ring, statement, signature);
        }).ToArray();

        Assert.Equal(Enumerable.Range(0, 60).Select(i => i % 7 != 0), LsagBatch.Verify(items, parallelism));
    }

    [Fact]
    public void Verify_NoItems_GivesNoVerdicts() => Assert.Empty(LsagBatch.Verify(ReadOnlyMemory<LsagBatchItem>.Empty));

    [Fact]
    public void Verify_Cancelled_Throws()
    {
        var item = new LsagBatchItem(_sample.Ring, _sample.Statement, new LsagSigner().Sign(_sample.Pairs[0], _sample.Ring, _sample.Statement));

        Assert.Throws<OperationCanceledException>(() => LsagBatch.Verify(new[] { item }, cancellationToken: new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Verify_IncompleteItem_ThrowsWithTheArgumentsName()
    {
        var good = new LsagBatchItem(_sample.Ring, _sample.Statement, new LsagSigner().Sign(_sample.Pairs[0], _sample.Ring, _sample.Statement));

        Assert.Throws<ArgumentException>("items", () => LsagBatch.Verify(new[] { good, default }));
    }

    /// <summary>Each of two workers waits at its first item until the other is at one.</summary>
    [Fact]
    public void Verify_ManyItems_RunsOnSeveralThreadsAtOnce()
    {
        var item = new LsagBatchItem(_sample.Ring, _sample.Statement, new LsagSigner().Sign(_sample.Pairs[0], _sample.Ring, _sample.Statement));
        using var items = new MeetingMemory<LsagBatchItem>([.. Enumerable.Repeat(item, 100)], TimeSpan.FromMinutes(1));

        Assert.All(LsagBatch.Verify(items.Memory, 2), Assert.True);
        Assert.True(items.HaveMet);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void Verify_NoWorkers_ThrowsWithTheArgumentsName(int parallelism) =>
        Assert.Throws<ArgumentOutOfRangeException>("maximumParallelism", () => LsagBatch.Verify(ReadOnlyMemory<LsagBatchItem>.Empty, parallelism));
}
