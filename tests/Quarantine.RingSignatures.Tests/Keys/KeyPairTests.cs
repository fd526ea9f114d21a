using System.Reflection;
using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Tests.Rsa;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Keys;

public sealed class KeyPairTests
{
    private const string Secret = "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

    public static TheoryData<string> NoSecrets =>
    [
        string.Empty,
        "01",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        Secret + "00",
    ];

    [Theory]
    [MemberData(nameof(NoSecrets))]
    public void TryCreate_NoSecretKey_False(string hex)
    {
        Assert.False(RingKeyPair.TryCreate(Convert.FromHexString(hex), out var ring));
        Assert.False(SealingKeyPair.TryCreate(Convert.FromHexString(hex), out var sealing));
        Assert.Null(ring);
        Assert.Null(sealing);
    }

    [Fact]
    public void TryCreate_SecretAndItsNegative_GivesOneRingKey()
    {
        var x = new BigInteger(Secret, 16);
        Assert.True(RingKeyPair.TryCreate(BouncyCastleCurve.Encode(x), out var first));
        Assert.True(RingKeyPair.TryCreate(BouncyCastleCurve.Encode(BouncyCastleCurve.Order.Subtract(x)), out var second));

        Assert.Equal(first.PublicKey, second.PublicKey);
        Assert.Equal(Export(first.ExportSecret), Export(second.ExportSecret));
        Assert.False(BouncyCastleCurve.MultiplyBase(new BigInteger(1, Export(first.ExportSecret))).AffineYCoord.TestBitZero());
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public void PublicKey_RandomSecrets_EqualsBouncyCastle()
    {
        var random = new SeededRandom("key pairs");
        for (var i = 0; i < 50; i++)
        {
            var secret = random.Take(32);
            Assert.True(SealingKeyPair.TryCreate(secret, out var sealing));
            Assert.True(RingKeyPair.TryCreate(secret, out var ring));
            var point = BouncyCastleCurve.MultiplyBase(new BigInteger(1, secret));
            Assert.Equal(point.GetEncoded(compressed: false)[1..], sealing.PublicKey.ToArray());
            Assert.Equal(point.AffineXCoord.GetEncoded(), ring.PublicKey.X.ToArray());
            Assert.Equal(BouncyCastleCurve.AddressOf(point), sealing.PublicKey.Address.ToArray());
            sealing.Dispose();
            ring.Dispose();
        }
    }

    [Fact]
    public void Dispose_EveryKeyType_OverwritesTheSecretAndRefusesItsUse()
    {
        var secret = Convert.FromHexString(Secret);
        Assert.True(RingKeyPair.TryCreate(secret, out var ring));
        Assert.True(SealingKeyPair.TryCreate(secret, out var sealing));
        Assert.True(TagSecret.TryCreate(ring, PublicScalar.One, RandomSource.System, out var tag));
        IDisposable[] keys =
        [
            ring, sealing, tag, new GatewaySeed(secret), new HmacDrbg(secret), new HedgedNonces(secret, [], RandomSource.System, []),
        ];
        foreach (var key in keys)
        {
            var memory = BytesHeldBy(key).ToArray();
            Assert.Contains(memory, bytes => bytes.AsSpan().IndexOfAnyExcept((byte)0) >= 0);
            key.Dispose();
            Assert.All(memory, bytes => Assert.Equal(-1, bytes.AsSpan().IndexOfAnyExcept((byte)0)));
        }

        Assert.Throws<ObjectDisposedException>(() => ring.ExportSecret(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => sealing.ExportSecret(new byte[32]));
        Assert.Throws<ObjectDisposedException>(() => sealing.SignRegistration(Bytes32.Zero));
        var rsa = RsaRingKeyPair.Create(SampleRsaKeys.Take(1)[0]);
        Assert.NotEqual(-1, rsa.NonceKey.IndexOfAnyExcept((byte)0));
        rsa.Dispose();
        Assert.Throws<ObjectDisposedException>(() => rsa.NonceKey.Length);
        Assert.Throws<ObjectDisposedException>(() => ((HmacDrbg)keys[4]).Generate(new byte[32]));
    }

    [Fact]
    public void ToString_EveryKeyType_ShowsNoSecret()
    {
        var secret = Convert.FromHexString(Secret);
        Assert.True(RingKeyPair.TryCreate(secret, out var ring));
        Assert.True(SealingKeyPair.TryCreate(secret, out var sealing));
        Assert.True(TagSecret.TryCreate(ring, PublicScalar.One, RandomSource.System, out var tag));
        using var seed = new GatewaySeed(secret);
        using var generator = new HmacDrbg(secret);
        using var nonces = new HedgedNonces(secret, [], RandomSource.System, []);
        using var rsa = RsaRingKeyPair.Create(SampleRsaKeys.Take(1)[0]);
        foreach (var key in new object[] { ring, sealing, tag, seed, generator, nonces, rsa })
        {
            var text = key.ToString()!;
            Assert.All(BytesHeldBy(key).Where(bytes => bytes != rsa.PublicKey.Modulus), bytes =>
            {
                Assert.DoesNotContain(Convert.ToHexString(bytes)[..16], text, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(Convert.ToBase64String(bytes)[..16], text, StringComparison.Ordinal);
            });
        }

        ring.Dispose();
        sealing.Dispose();
        tag.Dispose();
    }

    /// <summary>Hedged: a fault or a collision in the digest alone never meets the same nonce twice.</summary>
    [Fact]
    public void SignRegistration_OneDigestTwice_GivesTwoSignatures()
    {
        using var pair = SealingKeyPair.Generate(new SeededRandom("hedged registration"));

        Assert.NotEqual(pair.SignRegistration(Bytes32.Zero), pair.SignRegistration(Bytes32.Zero));
    }

    [Fact]
    public void VerifyRegistration_HundredThousandRandomByteStrings_FalseWithoutThrowing()
    {
        using var pair = SealingKeyPair.Generate(new SeededRandom("registration junk"));
        var random = new SeededRandom("random registrations");
        for (var i = 0; i < 100_000; i++)
        {
            // Every tenth has the right form, and a key is recovered from it half the time.
            var bytes = random.Take(i % 10 == 0 ? SealingPublicKey.SignatureLength : random.Below(130));
            if (i % 10 == 0)
            {
                (bytes[32], bytes[64]) = ((byte)(bytes[32] & 0x7F), (byte)(27 + (i / 10 % 2)));
            }

            Assert.False(pair.PublicKey.VerifyRegistration(Bytes32.Zero, bytes));
        }
    }

    [Fact]
    public void TryCreate_HundredThousandRandomSecrets_TakesThoseOfThirtyTwoBytesAlone()
    {
        var random = new SeededRandom("random secrets");
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = random.Take(i % 10 == 0 ? 32 : random.Below(80));
            Assert.Equal(bytes.Length == 32, RingKeyPair.TryCreate(bytes, out var ring));
            Assert.Equal(bytes.Length == 32, SealingKeyPair.TryCreate(bytes, out var sealing));
            ring?.Dispose();
            sealing?.Dispose();
        }
    }

    [Fact]
    public void VerifyRegistration_OwnSignature_AcceptsAndNothingElse()
    {
        using var pair = SealingKeyPair.Generate(new SeededRandom("registration"));
        using var other = SealingKeyPair.Generate(new SeededRandom("another registration"));
        var digest = Bytes32.FromUInt64(31337);
        var signature = pair.SignRegistration(digest);

        Assert.Equal(SealingPublicKey.SignatureLength, signature.Length);
        Assert.True(pair.PublicKey.VerifyRegistration(digest, signature));
        Assert.False(other.PublicKey.VerifyRegistration(digest, signature));
        Assert.False(pair.PublicKey.VerifyRegistration(Bytes32.Zero, signature));
        Assert.False(pair.PublicKey.VerifyRegistration(digest, signature.AsSpan(0, 64)));
        Assert.False(pair.PublicKey.VerifyRegistration(digest, [.. signature, 0]));
        Assert.False(pair.PublicKey.VerifyRegistration(digest, []));
        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(pair.PublicKey.VerifyRegistration(digest, signature));
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    /// <summary>(r, N - s) with the other v is valid ECDSA too; the registry takes only the low s (EIP-2), and so does this.</summary>
    [Fact]
    public void VerifyRegistration_HighS_Rejects()
    {
        using var pair = SealingKeyPair.Generate(new SeededRandom("high s"));
        var signature = pair.SignRegistration(Bytes32.FromUInt64(5));
        var high = BouncyCastleCurve.Order.Subtract(new BigInteger(1, signature[32..64]));
        byte[] twin = [.. signature[..32], .. BouncyCastleCurve.Encode(high), (byte)(55 - signature[64])];

        Assert.False(pair.PublicKey.VerifyRegistration(Bytes32.FromUInt64(5), twin));
    }

    [Fact]
    public void TryCreate_HundredThousandRandomPoints_NeverThrows()
    {
        var random = new SeededRandom("random sealing keys");
        for (var i = 0; i < 100_000; i++)
        {
            Assert.False(SealingPublicKey.TryCreate(random.Take(i % 10 == 0 ? 64 : random.Below(130)), out var key));
            Assert.Equal(default, key);
        }
    }

    private static byte[] Export(ExportTo export)
    {
        var bytes = new byte[32];
        export(bytes);
        return bytes;
    }

    private delegate void ExportTo(Span<byte> destination);

    /// <summary>Every byte array that an object holds, itself or in a part of this library.</summary>
    private static IEnumerable<byte[]> BytesHeldBy(object holder)
    {
        foreach (var field in holder.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            var value = field.GetValue(holder);
            if (value is byte[] bytes)
            {
                yield return bytes;
            }
            else if (value is not null && field.FieldType.IsClass && field.FieldType.Assembly == typeof(RingKeyPair).Assembly)
            {
                foreach (var inner in BytesHeldBy(value))
                {
                    yield return inner;
                }
            }
        }
    }
}
