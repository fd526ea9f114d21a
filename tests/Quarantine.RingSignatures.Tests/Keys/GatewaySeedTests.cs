using System.Buffers.Binary;
using System.Text;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Keys;

public sealed class GatewaySeedTests : IDisposable
{
    private static readonly byte[] Bytes = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private readonly GatewaySeed _seed = new(Bytes);

    public void Dispose() => _seed.Dispose();

    [Theory]
    [InlineData(0u)]
    [InlineData(1u)]
    [InlineData(uint.MaxValue)]
    public void Derive_AnyGeneration_IsHkdfUnderItsLabel(uint generation)
    {
        var account = new byte[32];
        var sealingSecret = new byte[32];
        _seed.DeriveAccountSecret(account, generation);
        using var ring = _seed.DeriveRingKey(generation);
        using var sealing = _seed.DeriveSealingKey(generation);
        sealing.ExportSecret(sealingSecret);
        Assert.True(RingKeyPair.TryCreate(Expand("quarantine/seed/ring/v1", generation), out var expectedRing));

        Assert.Equal(Expand("quarantine/seed/account/v1", generation), account);
        Assert.Equal(Expand("quarantine/seed/sealing/v1", generation), sealingSecret);
        Assert.Equal(expectedRing.PublicKey, ring.PublicKey);
        expectedRing.Dispose();
    }

    [Fact]
    public void Derive_KeysAndGenerations_AreAllDifferent()
    {
        var secrets = new List<string>();
        for (uint generation = 0; generation < 10; generation++)
        {
            var secret = new byte[32];
            _seed.DeriveAccountSecret(secret, generation);
            secrets.Add(Convert.ToHexString(secret));
            using var ring = _seed.DeriveRingKey(generation);
            ring.ExportSecret(secret);
            secrets.Add(Convert.ToHexString(secret));
            using var sealing = _seed.DeriveSealingKey(generation);
            sealing.ExportSecret(secret);
            secrets.Add(Convert.ToHexString(secret));
        }

        Assert.Equal(secrets.Count, secrets.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Export_Backup_RestoresTheGateway()
    {
        var backup = new byte[32];
        using var original = GatewaySeed.Generate(new SeededRandom("backup"));
        original.Export(backup);
        using var restored = new GatewaySeed(backup);
        using var ring = original.DeriveRingKey();
        using var restoredRing = restored.DeriveRingKey();
        using var sealing = original.DeriveSealingKey();
        using var restoredSealing = restored.DeriveSealingKey();

        Assert.Equal(ring.PublicKey, restoredRing.PublicKey);
        Assert.Equal(sealing.PublicKey, restoredSealing.PublicKey);
    }

    [Fact]
    public void Derive_OtherSeed_GivesOtherKeys()
    {
        using var other = new GatewaySeed([.. Bytes[..31], 0]);
        using var mine = _seed.DeriveRingKey();
        using var theirs = other.DeriveRingKey();

        Assert.NotEqual(mine.PublicKey, theirs.PublicKey);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Constructor_OtherLength_ThrowsWithTheArgumentsName(int length)
    {
        Assert.Throws<ArgumentException>("seed", () => new GatewaySeed(new byte[length]));
        Assert.Throws<ArgumentException>("destination", () => _seed.DeriveAccountSecret(new byte[length]));
    }

    private static byte[] Expand(string label, uint generation)
    {
        var info = new byte[label.Length + 8];
        Encoding.ASCII.GetBytes(label, info);
        BinaryPrimitives.WriteUInt32BigEndian(info.AsSpan(label.Length), generation);
        var hkdf = new HkdfBytesGenerator(new Sha256Digest());
        hkdf.Init(new HkdfParameters(Bytes, null, info));
        var output = new byte[32];
        hkdf.GenerateBytes(output, 0, output.Length);
        return output;
    }
}
