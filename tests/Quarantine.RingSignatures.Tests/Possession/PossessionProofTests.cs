using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Possession;
using Quarantine.RingSignatures.Tests.Attacks;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Possession;

public sealed class PossessionProofTests : IDisposable
{
    private static readonly Bytes32 Digest = Bytes32.FromUInt64(4711);

    private readonly RingKeyPair _pair = RingKeyPair.Generate(new SeededRandom("possession tests"));

    public void Dispose() => _pair.Dispose();

    [Fact]
    public void Verify_ManyProofs_AcceptsAndTheSchnorrEquationHolds()
    {
        for (ulong i = 0; i < 50; i++)
        {
            var digest = Bytes32.FromUInt64(i);
            var proof = new PossessionProver().Prove(_pair, digest);
            Assert.True(proof.Verify(_pair.PublicKey, digest));

            // sG - eP = R, by BouncyCastle.
            var domain = BouncyCastleCurve.Keccak("quarantine/pop/v1"u8.ToArray());
            var e = new BigInteger(1, BouncyCastleCurve.Keccak(domain, digest.ToArray(), proof.Commitment.ToArray())).Mod(BouncyCastleCurve.Order);
            var r = BouncyCastleCurve.MultiplyBase(new BigInteger(1, proof.Response.ToArray()))
                .Subtract(BouncyCastleCurve.Lift(_pair.PublicKey.X.ToArray(), 0)!.Multiply(e)).Normalize();
            Assert.Equal(BouncyCastleCurve.AddressOf(r), proof.Commitment.ToArray());
        }
    }

    [Fact]
    public void Verify_AnyBitOfAnythingFlipped_Rejects()
    {
        var proof = new PossessionProver().Prove(_pair, Digest);
        for (var bit = 0; bit < 256; bit++)
        {
            Assert.False((proof with { Response = Flip(proof.Response, bit) }).Verify(_pair.PublicKey, Digest));
            Assert.False(proof.Verify(_pair.PublicKey, Flip(Digest, bit)));
            if (bit < 160)
            {
                var commitment = proof.Commitment.ToArray();
                commitment[bit / 8] ^= (byte)(1 << (bit % 8));
                Assert.False((proof with { Commitment = new Address(commitment) }).Verify(_pair.PublicKey, Digest));
            }
        }
    }

    [Fact]
    public void Verify_OtherKey_Rejects()
    {
        using var other = RingKeyPair.Generate(new SeededRandom("another"));

        Assert.False(new PossessionProver().Prove(_pair, Digest).Verify(other.PublicKey, Digest));
        Assert.False(new PossessionProver().Prove(_pair, Digest).Verify(default, Digest));
    }

    [Fact]
    public void Verify_ZeroOrOutOfRange_Rejects()
    {
        var proof = new PossessionProver().Prove(_pair, Digest);
        var order = new Bytes32(BouncyCastleCurve.Encode(BouncyCastleCurve.Order));

        Assert.False((proof with { Response = Bytes32.Zero }).Verify(_pair.PublicKey, Digest));
        Assert.False((proof with { Response = order }).Verify(_pair.PublicKey, Digest));
        Assert.False((proof with { Commitment = Address.Zero }).Verify(_pair.PublicKey, Digest));
        Assert.False(default(PossessionProof).Verify(_pair.PublicKey, Digest));
    }

    /// <summary>
    /// A key made from another's, P' = P + dG, whose secret its owner does not have: the best known try is to prove knowledge of d.
    /// </summary>
    [Fact]
    public void Verify_RogueKey_Rejects()
    {
        var d = BigInteger.ValueOf(99);
        var rogue = BouncyCastleCurve.Lift(_pair.PublicKey.X.ToArray(), 0)!.Add(BouncyCastleCurve.MultiplyBase(d)).Normalize();
        Assert.True(RingPublicKey.TryCreate(rogue.AffineXCoord.GetEncoded(), out var key));
        Assert.True(RingKeyPair.TryCreate(BouncyCastleCurve.Encode(d), out var difference));

        Assert.False(new PossessionProver().Prove(difference, Digest).Verify(key, Digest));
        Assert.False(new PossessionProver().Prove(_pair, Digest).Verify(key, Digest));
        difference.Dispose();
    }

    /// <summary>s - s' = (e - e') x for one nonce under two digests: a broken generator must not bring that about.</summary>
    [Fact]
    public void Prove_StuckGenerator_SharesNoCommitment()
    {
        var prover = new PossessionProver(new StuckRandom(0));

        Assert.Equal(prover.Prove(_pair, Digest), prover.Prove(_pair, Digest));
        Assert.NotEqual(prover.Prove(_pair, Digest).Commitment, prover.Prove(_pair, Bytes32.FromUInt64(1)).Commitment);
    }

    private static Bytes32 Flip(Bytes32 word, int bit)
    {
        var bytes = word.ToArray();
        bytes[bit / 8] ^= (byte)(1 << (bit % 8));
        return new Bytes32(bytes);
    }
}
