using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Oracles;

/// <summary>libsecp256k1 through this library's eyes, against BouncyCastle's custom curve.</summary>
public sealed class CurveOracleTests
{
    private const int Cases = 200;

    private readonly SeededRandom _random = new("curve oracle");

    [Fact]
    public void TryCreateAddress_RandomSecrets_EqualsBouncyCastle()
    {
        var address = new byte[20];
        for (var i = 0; i < Cases; i++)
        {
            var secret = _random.Take(32);
            Assert.True(Secp256k1.TryCreateAddress(secret, address));
            Assert.Equal(BouncyCastleCurve.AddressOf(BouncyCastleCurve.MultiplyBase(new BigInteger(1, secret))), address);
        }
    }

    [Fact]
    public void TryRecoverAddress_RandomInput_EqualsBouncyCastle()
    {
        var address = new byte[20];
        for (var i = 0; i < Cases; i++)
        {
            var digest = _random.Take(32);
            byte[] signature = [.. _random.Take(32), .. _random.Take(32)];
            var expected = BouncyCastleCurve.Recover(new BigInteger(1, digest), i % 2, signature[..32], new BigInteger(1, signature[32..]));
            Assert.Equal(expected is not null, Secp256k1.TryRecoverAddress(digest, signature, i % 2, address));
            Assert.Equal(expected ?? new byte[20], address);
        }
    }

    /// <summary>ecrecover takes h = 0 and h above N as numbers, as the EVM's precompile does.</summary>
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void TryRecoverAddress_EdgeDigest_EqualsBouncyCastle(string digest)
    {
        var address = new byte[20];
        var x = BouncyCastleCurve.Encode(BouncyCastleCurve.MultiplyBase(BigInteger.Three).AffineXCoord.ToBigInteger());
        var s = BouncyCastleCurve.Order.Subtract(BigInteger.One);

        Assert.True(Secp256k1.TryRecoverAddress(Convert.FromHexString(digest), [.. x, .. BouncyCastleCurve.Encode(s)], 1, address));
        Assert.Equal(BouncyCastleCurve.Recover(new BigInteger(digest, 16), 1, x, s), address);
    }

    [Fact]
    public void TryRecoverAddress_ResultAtInfinity_FailsAndClearsTheOutput()
    {
        var address = Enumerable.Repeat((byte)0xEE, 20).ToArray();
        var x = BouncyCastleCurve.Encode(BouncyCastleCurve.Generator.AffineXCoord.ToBigInteger());
        var parity = BouncyCastleCurve.Generator.AffineYCoord.TestBitZero() ? 1 : 0;
        var five = BouncyCastleCurve.Encode(BigInteger.ValueOf(5));

        // R = G and s = h: sR - hG is the point at infinity.
        Assert.False(Secp256k1.TryRecoverAddress(five, [.. x, .. five], parity, address));
        Assert.Equal(new byte[20], address);
    }

    [Fact]
    public void TryCreate_RandomX_AcceptsExactlyTheCurves()
    {
        for (var i = 0; i < Cases; i++)
        {
            var x = _random.Take(32);
            Assert.Equal(BouncyCastleCurve.Lift(x, 0) is not null, RingPublicKey.TryCreate(x, out _));
        }
    }
}
