using System.Numerics;
using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using Org.BouncyCastle.Asn1.Sec;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using BouncyInteger = Org.BouncyCastle.Math.BigInteger;
using BouncyPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Quarantine.Ethereum.Tests.Cryptography;

/// <summary>Curve operations against BouncyCastle, on random and on extreme input.</summary>
public sealed class Secp256k1Tests
{
    private static readonly BigInteger Order = new(Secp256k1.Order, isUnsigned: true, isBigEndian: true);
    private static readonly Org.BouncyCastle.Asn1.X9.X9ECParameters Curve = SecNamedCurves.GetByName("secp256k1");
    private static readonly byte[] Generator = Point(Curve.G);
    private static readonly byte[] NotAPoint = [.. Bytes32.FromUInt64(5).ToArray(), .. Bytes32.FromUInt64(1).ToArray()];

    [Fact]
    public void Order_IsTheCurves() => Assert.Equal(new BigInteger(Curve.N.ToByteArrayUnsigned(), isUnsigned: true, isBigEndian: true), Order);

    /// <summary>Law: public keys, sums and products equal BouncyCastle's. 100 cases.</summary>
    [Fact]
    public void PointOperations_RandomScalars_EqualBouncyCastle() => Prop.ForAll(Scalars().Two().ToArbitrary(), pair =>
    {
        var (a, b) = pair;
        var (point, other, sum, product) = (new byte[64], new byte[64], new byte[64], new byte[64]);
        Assert.True(Secp256k1.TryCreatePublicKey(a, point) && Secp256k1.TryCreatePublicKey(b, other));
        Assert.Equal(Point(Curve.G.Multiply(new BouncyInteger(1, a))), point);
        Assert.True(Secp256k1.IsPoint(point));
        var total = Curve.Curve.DecodePoint([4, .. point]).Add(Curve.Curve.DecodePoint([4, .. other]));
        Assert.Equal(!total.IsInfinity, Secp256k1.TryAdd(point, other, sum));
        Assert.Equal(total.IsInfinity ? new byte[64] : Point(total), sum);
        point.CopyTo(product, 0);
        Assert.True(Secp256k1.TryMultiply(product, b));
        Assert.Equal(Point(Curve.Curve.DecodePoint([4, .. point]).Multiply(new BouncyInteger(1, b))), product);
        return true;
    }).QuickCheckThrowOnFailure();

    /// <summary>Law: arithmetic of secrets is arithmetic modulo N. 300 cases.</summary>
    [Fact]
    public void SecretOperations_RandomScalars_AreModuloN() => Prop.ForAll(Scalars().Two().ToArbitrary(), pair =>
    {
        var (a, b) = (Number(pair.Item1), Number(pair.Item2));
        var (sum, product, negative) = ((byte[])pair.Item1.Clone(), (byte[])pair.Item1.Clone(), (byte[])pair.Item1.Clone());
        return Secp256k1.TrySecretAdd(sum, pair.Item2) == ((a + b) % Order != 0) && Number(sum) == (a + b) % Order
            && Secp256k1.TrySecretMultiply(product, pair.Item2) && Number(product) == a * b % Order
            && Secp256k1.TrySecretNegate(negative) && Number(negative) == Order - a;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void IsSecret_AtTheBounds_IsExact()
    {
        Assert.False(Secp256k1.IsSecret(Bytes32.Zero.ToArray()));
        Assert.True(Secp256k1.IsSecret(Scalar(1)));
        Assert.True(Secp256k1.IsSecret(Scalar(Order - 1)));
        Assert.False(Secp256k1.IsSecret(Scalar(Order)));
        Assert.False(Secp256k1.IsSecret(Scalar((BigInteger.One << 256) - 1)));
    }

    [Fact]
    public void TrySecretAdd_SumZeroOrTweakOutOfRange_IsFalse()
    {
        Assert.False(Secp256k1.TrySecretAdd(Scalar(5), Scalar(Order - 5)));
        Assert.False(Secp256k1.TrySecretAdd(Scalar(5), Scalar(Order)));
        Assert.False(Secp256k1.TrySecretMultiply(Scalar(5), Scalar(0)));
        Assert.False(Secp256k1.TrySecretMultiply(Scalar(5), Scalar(Order)));
        Assert.False(Secp256k1.TrySecretNegate(Scalar(0)));
    }

    [Fact]
    public void TryCreatePublicKey_ZeroOrOrder_IsFalseAndClears()
    {
        foreach (var secret in new[] { BigInteger.Zero, Order })
        {
            var point = Enumerable.Repeat((byte)1, 64).ToArray();
            Assert.False(Secp256k1.TryCreatePublicKey(Scalar(secret), point));
            Assert.All(point, b => Assert.Equal(0, b));
        }
    }

    [Fact]
    public void TryAdd_PointAndItsNegative_IsFalseAndClears()
    {
        var (negative, sum) = (Point(Curve.G.Negate()), Enumerable.Repeat((byte)1, 64).ToArray());
        Assert.False(Secp256k1.TryAdd(Generator, negative, sum));
        Assert.All(sum, b => Assert.Equal(0, b));
        Assert.False(Secp256k1.TryAdd(Generator, NotAPoint, sum));
        Assert.False(Secp256k1.TryAdd(NotAPoint, Generator, sum));
    }

    [Fact]
    public void TryMultiply_ScalarOutOfRangeOrNoPoint_IsFalseAndClears()
    {
        foreach (var scalar in new[] { BigInteger.Zero, Order, (BigInteger.One << 256) - 1 })
        {
            var point = (byte[])Generator.Clone();
            Assert.False(Secp256k1.TryMultiply(point, Scalar(scalar)));
            Assert.All(point, b => Assert.Equal(0, b));
        }

        Assert.False(Secp256k1.TryMultiply((byte[])NotAPoint.Clone(), Scalar(1)));
        Assert.False(Secp256k1.IsPoint(NotAPoint));
    }

    [Fact]
    public void TryEcdh_BothSides_ShareTheHashOfTheCompressedPoint()
    {
        var (a, b) = (Scalar(123_456_789), Scalar(Order - 42));
        var (pointA, pointB, left, right) = (new byte[64], new byte[64], new byte[32], new byte[32]);
        Assert.True(Secp256k1.TryCreatePublicKey(a, pointA) && Secp256k1.TryCreatePublicKey(b, pointB));
        Assert.True(Secp256k1.TryEcdh(pointB, a, left) && Secp256k1.TryEcdh(pointA, b, right));
        Assert.Equal(left, right);
        var shared = Curve.Curve.DecodePoint([4, .. pointB]).Multiply(new BouncyInteger(1, a)).Normalize().GetEncoded(compressed: true);
        Assert.Equal(SHA256.HashData(shared), left);
        Assert.False(Secp256k1.TryEcdh(NotAPoint, a, left));
        Assert.All(left, octet => Assert.Equal(0, octet));
        Assert.False(Secp256k1.TryEcdh(pointA, Scalar(0), left));
        Assert.False(Secp256k1.TryEcdh(pointA, Scalar(Order), left));
    }

    /// <summary>What the precompile accepts, and verifiers of ring signatures rely on: high s, a zero digest, r as any x below N.</summary>
    [Fact]
    public void TryRecover_HighSAndZeroDigest_AreAccepted()
    {
        var (secret, point, expected, signature) = (Scalar(7), new byte[64], new byte[64], new byte[64]);
        Assert.True(Secp256k1.TryCreatePublicKey(secret, expected));
        Assert.True(Secp256k1.TrySign(new byte[32], secret, [], signature, out var id));
        Assert.True(Secp256k1.TryRecover(new byte[32], signature, id, point));
        Assert.Equal(expected, point);
        Scalar(Order - Number(signature[32..])).CopyTo(signature, 32);
        Assert.True(Secp256k1.TryRecover(new byte[32], signature, 1 - id, point));
        Assert.Equal(expected, point);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    public void TryRecover_RecoveryIdOutOfRange_IsFalse(int id) => Assert.False(Secp256k1.TryRecover(new byte[32], Generator, id, new byte[64]));

    [Fact]
    public void TryRecover_ZeroOrTooLargeNumbers_IsFalse()
    {
        foreach (var number in new[] { BigInteger.Zero, Order })
        {
            Assert.False(Secp256k1.TryRecover(new byte[32], [.. Scalar(number), .. Scalar(1)], 0, new byte[64]));
            Assert.False(Secp256k1.TryRecover(new byte[32], [.. Scalar(1), .. Scalar(number)], 0, new byte[64]));
        }
    }

    /// <summary>The library's own parser takes the hybrid forms too: a point would have two encodings of 65 bytes.</summary>
    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public void TryDecompress_SixtyFiveBytesOfAnotherForm_IsFalse(byte form)
    {
        var point = new byte[64];
        Assert.True(Secp256k1.TryCreatePublicKey(Scalar(7), point));

        Assert.True(Secp256k1.TryDecompress([4, .. point], new byte[64]));
        Assert.False(Secp256k1.TryDecompress([form, .. point], new byte[64]));
    }

    [Fact]
    public void TryDecompress_HundredThousandRandomByteStrings_TakesPointsAlone()
    {
        var found = 0;
        for (var i = 0; i < 100_000; i++)
        {
            byte[] bytes = [.. Keccak256.Hash(BitConverter.GetBytes(i)).ToArray(), .. Keccak256.Hash(BitConverter.GetBytes(-1 - i)).ToArray(), 0, 0];
            bytes[0] &= 7;
            var encoded = bytes.AsSpan(0, i % 4 == 0 ? 33 : i % 4 == 1 ? 65 : bytes[1] % 66);
            if (Secp256k1.TryDecompress(encoded, new byte[64]))
            {
                found++;
                Assert.True(encoded.Length == 33 && encoded[0] is 2 or 3);
            }
        }

        Assert.InRange(found, 1000, 10_000);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void TryRecoverAddress_RecoveryIdThatThePrecompileLacks_IsFalse(int id) =>
        Assert.False(Secp256k1.TryRecoverAddress(new byte[32], [.. Scalar(1), .. Scalar(1)], id, new byte[20]));

    [Fact]
    public void AnyMethod_WrongLength_NamesTheArgument()
    {
        Assert.Equal("secret", Assert.Throws<ArgumentException>(() => Secp256k1.IsSecret(new byte[31])).ParamName);
        Assert.Equal("point", Assert.Throws<ArgumentException>(() => Secp256k1.IsPoint(new byte[65])).ParamName);
        Assert.Equal("extraEntropy", Assert.Throws<ArgumentException>(() => Secp256k1.TrySign(new byte[32], Scalar(1), new byte[16], new byte[64], out _)).ParamName);
        Assert.False(Secp256k1.TryDecompress(new byte[34], new byte[64]));
    }

    private static Gen<byte[]> Scalars() =>
        from bytes in Gen.Frequency((6, Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf(32)), (1, Gen.Choose(1, 3).Select(n => Scalar(n))), (1, Gen.Choose(1, 3).Select(n => Scalar(Order - n))))
        where Secp256k1.IsSecret(bytes) && Number(bytes) != 0
        select bytes;

    private static byte[] Scalar(BigInteger value) => Bytes32.FromBigInteger(value).ToArray();

    private static BigInteger Number(byte[] scalar) => new(scalar, isUnsigned: true, isBigEndian: true);

    private static byte[] Point(BouncyPoint point) => point.Normalize().GetEncoded(compressed: false)[1..];
}
