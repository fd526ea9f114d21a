using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Lsag;

public sealed class LsagSignerTests
{
    [Fact]
    public void Sign_LargestRing_VerifiesFromEveryPosition()
    {
        using var sample = new SampleRing(64, "largest ring");
        var signer = new LsagSigner();
        for (var position = 0; position < sample.Ring.Count; position++)
        {
            var signature = signer.Sign(sample.Pairs[position], sample.Ring, sample.Statement);
            Assert.True(LsagVerifier.Verify(sample.Ring, sample.Statement, signature));
        }
    }

    [Fact]
    public void Sign_DisposedKey_Throws()
    {
        using var sample = new SampleRing(2);
        sample.Pairs[0].Dispose();

        Assert.Throws<ObjectDisposedException>(() => new LsagSigner().Sign(sample.Pairs[0], sample.Ring, sample.Statement));
    }

    /// <summary>The ring's size shows in the signature's own memory alone.</summary>
    [Fact]
    public void Sign_LargerRing_AllocatesOnlyTheSignatureMore()
    {
        using var small = new SampleRing(2, "small");
        using var large = new SampleRing(64, "large");
        var signer = new LsagSigner();
        long Allocated(SampleRing sample) => AllocatedBy(() => signer.Sign(sample.Pairs[1], sample.Ring, sample.Statement));
        Allocated(small);
        Allocated(large);

        Assert.Equal((64 - 2) * 32, Allocated(large) - Allocated(small));
    }

    [Fact]
    public void Verify_AnyRing_AllocatesNothing()
    {
        using var sample = new SampleRing(64, "large");
        var signature = new LsagSigner().Sign(sample.Pairs[1], sample.Ring, sample.Statement);
        void Verify() => Assert.True(LsagVerifier.Verify(sample.Ring, sample.Statement, signature));
        AllocatedBy(Verify);

        Assert.Equal(0, AllocatedBy(Verify));
    }

    [Fact]
    public void Sign_SameInjectedRandomness_GivesTheSameSignature()
    {
        using var sample = new SampleRing(5);
        byte[] Sign(string seed) => new LsagSigner(new SeededRandom(seed)).Sign(sample.Pairs[2], sample.Ring, sample.Statement).ToArray();

        Assert.Equal(Sign("a"), Sign("a"));
        Assert.NotEqual(Sign("a"), Sign("b"));
    }

    [Fact]
    public void CreateTag_SameKeyDerivedTwice_GivesTheSameTag()
    {
        using var sample = new SampleRing(1);
        using var seed = new GatewaySeed(new byte[32]);
        using var first = seed.DeriveRingKey();
        using var second = seed.DeriveRingKey();

        Assert.Equal(new LsagSigner().CreateTag(first, sample.Statement.Scope), new LsagSigner().CreateTag(second, sample.Statement.Scope));
    }

    private static long AllocatedBy(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
