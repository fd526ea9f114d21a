using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Keys;

public sealed class RingPublicKeyTests
{
    /// <summary>The curve's prime, p = 2^256 - 2^32 - 977.</summary>
    private const string Prime = "fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc2f";

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    [InlineData(Prime)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void TryCreate_OutOfRange_False(string x) => Assert.False(RingPublicKey.TryCreate(Bytes32.Parse(x), out _));

    /// <summary>A point of the curve all the same: ecrecover refuses its x as r, and returns nothing.</summary>
    [Fact]
    public void TryCreate_OnTheCurveButNotBelowTheOrder_False()
    {
        var x = FirstAtOrAboveTheOrder(onCurve: true);

        Assert.NotNull(BouncyCastleCurve.Lift(x.ToArray(), 0));
        Assert.False(RingPublicKey.TryCreate(x, out _));
    }

    [Fact]
    public void TryCreate_NotOnTheCurve_False()
    {
        var refused = 0;
        for (ulong x = 1; x <= 100; x++)
        {
            var word = Bytes32.FromUInt64(x);
            var onCurve = BouncyCastleCurve.Lift(word.ToArray(), 0) is not null;
            refused += onCurve ? 0 : 1;
            Assert.Equal(onCurve, RingPublicKey.TryCreate(word, out var key));
            Assert.Equal(onCurve ? word : default, key.X);
        }

        Assert.InRange(refused, 20, 80);
    }

    [Fact]
    public void TryCreate_HundredThousandRandomByteStrings_TakesPointsAlone()
    {
        var random = new SeededRandom("random ring keys");
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = random.Take(i % 10 == 0 ? 32 : random.Below(80));
            var isKey = bytes.Length == 32 && BouncyCastleCurve.Lift(bytes, 0) is not null;
            Assert.Equal(isKey, RingPublicKey.TryCreate(bytes, out var key));
            Assert.Equal(isKey ? new Bytes32(bytes) : default, key.X);
        }
    }

    [Fact]
    public void CopyPointTo_AnyKey_GivesEvenY()
    {
        using var pair = RingKeyPair.Generate(new SeededRandom("even"));
        var point = new byte[64];

        pair.PublicKey.CopyPointTo(point);

        Assert.Equal(pair.PublicKey.X, new Bytes32(point.AsSpan(0, 32)));
        Assert.Equal(0, point[63] & 1);
        Assert.Throws<InvalidOperationException>(() => default(RingPublicKey).CopyPointTo(new byte[64]));
    }

    private static Bytes32 FirstAtOrAboveTheOrder(bool onCurve)
    {
        for (var x = BouncyCastleCurve.Order; ; x = x.Add(Org.BouncyCastle.Math.BigInteger.One))
        {
            var bytes = BouncyCastleCurve.Encode(x);
            if (BouncyCastleCurve.Lift(bytes, 0) is not null == onCurve)
            {
                return new Bytes32(bytes);
            }
        }
    }
}
