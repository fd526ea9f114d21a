using Org.BouncyCastle.Math;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Oracles;

/// <summary>The whole scheme against its second implementation on BouncyCastle, both ways.</summary>
public sealed class LsagOracleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Verify_SignatureOfBouncyCastle_Accepts(int count)
    {
        using var sample = new SampleRing(count, $"oracle {count}");
        var random = new SeededRandom($"oracle scalars {count}");
        foreach (var position in Positions(count))
        {
            var scalars = Enumerable.Range(0, count + 1).Select(_ => new BigInteger(1, random.Take(32)).Mod(BouncyCastleCurve.Order)).ToArray();
            var signature = BouncyCastleLsag.Sign(sample.Ring.Keys, position, Secret(sample, position), sample.Statement, scalars);
            Assert.True(LsagVerifier.Verify(sample.Ring, sample.Statement, signature));
            Assert.Equal(new LsagSigner().CreateTag(sample.Pairs[position], sample.Statement.Scope), signature.Tag);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(64)]
    public void Sign_AnyPosition_BouncyCastleAccepts(int count)
    {
        using var sample = new SampleRing(count, $"oracle {count}");
        foreach (var position in Positions(count))
        {
            var signature = new LsagSigner().Sign(sample.Pairs[position], sample.Ring, sample.Statement);
            Assert.True(BouncyCastleLsag.Verify(sample.Ring.Keys, sample.Statement, signature));
        }
    }

    [Fact]
    public void Epsilon_ManyScopes_EqualsBouncyCastle()
    {
        using var sample = new SampleRing(1);
        for (ulong slot = 0; slot < 100; slot++)
        {
            var scope = sample.Statement.Scope with { Slot = slot, ChainId = ulong.MaxValue - slot, Kind = (byte)slot };
            Assert.Equal(BouncyCastleCurve.Encode(BouncyCastleLsag.Epsilon(scope)), scope.Epsilon().ToWord().ToArray());
        }
    }

    internal static BigInteger Secret(SampleRing sample, int position)
    {
        var secret = new byte[32];
        sample.Pairs[position].ExportSecret(secret);
        return new BigInteger(1, secret);
    }

    private static int[] Positions(int count) => [.. new[] { 0, count / 2, count - 1 }.Distinct()];
}
