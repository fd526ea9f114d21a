using System.Buffers.Binary;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Prng.Drbg;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Tests.Attacks;
using Quarantine.RingSignatures.Tests.Lsag;

namespace Quarantine.RingSignatures.Tests.Randomness;

/// <summary>What the signer's generator is seeded by, said a second time on BouncyCastle's HMAC-DRBG.</summary>
public sealed class NonceSeedTests
{
    private const int Position = 2;
    private const byte Fresh = 0x77;

    /// <summary>x || M || eps || s || 32 fresh bytes || label; beta first, then every z_i.</summary>
    [Fact]
    public void Sign_KnownFreshBytes_DrawsEveryOtherResponseFromTheSeedOfDesign()
    {
        using var sample = new SampleRing(5, "nonce seed");
        var signature = new LsagSigner(new StuckRandom(Fresh)).Sign(sample.Pairs[Position], sample.Ring, sample.Statement);
        var context = LsagContext.Create(sample.Statement, sample.Ring.CodeHash, signature.Tag);
        var secret = new byte[32];
        sample.Pairs[Position].ExportSecret(secret);
        var position = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(position, Position);
        byte[] fresh = [.. Enumerable.Repeat(Fresh, 32)];
        byte[] nonce = [.. context.Message.ToArray(), .. context.Epsilon.ToWord().ToArray(), .. position, .. fresh];
        var generator = new HMacSP800Drbg(new HMac(new Sha256Digest()), 256, new FixedEntropy(secret), "quarantine/lsag/nonces/v1"u8.ToArray(), nonce);
        var drawn = new byte[(sample.Ring.Count + 1) * 32];

        generator.Generate(drawn, null, predictionResistant: false);

        for (var i = 0; i < sample.Ring.Count; i++)
        {
            var expected = drawn[((i + 1) * 32)..((i + 2) * 32)];
            Assert.Equal(i != Position, expected.AsSpan().SequenceEqual(signature.Z[i].ToArray()));
        }
    }

    private sealed class FixedEntropy(byte[] entropy) : IEntropySource
    {
        public bool IsPredictionResistant => false;

        public int EntropySize => entropy.Length * 8;

        public byte[] GetEntropy() => [.. entropy];
    }
}
