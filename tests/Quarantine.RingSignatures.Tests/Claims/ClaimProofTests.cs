using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Claims;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Attacks;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Claims;

public sealed class ClaimProofTests : IDisposable
{
    private static readonly Bytes32 Purpose = Bytes32.FromUInt64(2024);

    private readonly SampleRing _sample = new(3, "claims");
    private readonly ClaimProver _prover = new();

    private Scope Scope => _sample.Statement.Scope;

    private Tag Tag => new LsagSigner().CreateTag(_sample.Pairs[0], Scope);

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Verify_TagOfASignature_Accepts()
    {
        foreach (var pair in _sample.Pairs)
        {
            var signature = new LsagSigner().Sign(pair, _sample.Ring, _sample.Statement);
            Assert.True(_prover.Prove(pair, Scope, Purpose).Verify(pair.PublicKey, Scope, signature.Tag, Purpose));
        }
    }

    [Fact]
    public void Verify_AnythingElse_Rejects()
    {
        var key = _sample.Pairs[0].PublicKey;
        var proof = _prover.Prove(_sample.Pairs[0], Scope, Purpose);
        var othersTag = new LsagSigner().CreateTag(_sample.Pairs[1], Scope);

        Assert.True(proof.Verify(key, Scope, Tag, Purpose));
        Assert.False(proof.Verify(_sample.Pairs[1].PublicKey, Scope, Tag, Purpose));
        Assert.False(proof.Verify(key, Scope, othersTag, Purpose));
        Assert.False(proof.Verify(_sample.Pairs[1].PublicKey, Scope, othersTag, Purpose));
        Assert.False(proof.Verify(key, Scope, Tag with { Parity = (byte)(1 - Tag.Parity) }, Purpose));
        Assert.False(proof.Verify(key, Scope, Tag, Bytes32.Zero));
        foreach (var scope in new[]
        {
            Scope with { ChainId = 1 }, Scope with { Contract = Address.Zero }, Scope with { CommunityId = Bytes32.Zero },
            Scope with { Kind = 1 }, Scope with { Slot = 1 },
        })
        {
            Assert.False(proof.Verify(key, scope, Tag, Purpose));
        }
    }

    [Fact]
    public void Verify_AnyBitFlipped_Rejects()
    {
        var key = _sample.Pairs[0].PublicKey;
        var encoded = _prover.Prove(_sample.Pairs[0], Scope, Purpose).ToArray();
        for (var bit = 0; bit < encoded.Length * 8; bit++)
        {
            encoded[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(ClaimProof.TryParse(encoded, out var proof) && proof.Verify(key, Scope, Tag, Purpose));
            encoded[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(ClaimProof.TryParse(encoded, out var whole) && whole.Verify(key, Scope, Tag, Purpose));
    }

    [Fact]
    public void Verify_RandomProofsTagsAndLengths_RejectsWithoutThrowing()
    {
        var random = new SeededRandom("random claims");
        var key = _sample.Pairs[0].PublicKey;
        for (var i = 0; i < 100_000; i++)
        {
            var bytes = random.Take(i % 100 == 0 ? ClaimProof.EncodedLength : random.Below(2 * ClaimProof.EncodedLength));
            bytes.AsSpan(0, Math.Min(1, bytes.Length)).Fill(1);
            var tag = i % 200 == 0 ? Tag : new Tag(new Bytes32(random.Take(32)), (byte)random.Below(3));
            Assert.False(ClaimProof.TryParse(bytes, out var proof) && proof.Verify(key, Scope, tag, Purpose));
        }
    }

    [Fact]
    public void Verify_ZeroOrOutOfRange_Rejects()
    {
        var key = _sample.Pairs[0].PublicKey;
        var proof = _prover.Prove(_sample.Pairs[0], Scope, Purpose);
        var order = new Bytes32(BouncyCastleCurve.Encode(BouncyCastleCurve.Order));
        foreach (var value in new[] { Bytes32.Zero, order })
        {
            Assert.False((proof with { Challenge = value }).Verify(key, Scope, Tag, Purpose));
            Assert.False((proof with { Response = value }).Verify(key, Scope, Tag, Purpose));
            Assert.False(proof.Verify(key, Scope, Tag with { X = value }, Purpose));
        }

        Assert.False(proof.Verify(default, Scope, Tag, Purpose));
    }

    /// <summary>A tag T = G/eps would make G - eps T the point at infinity, that is a claim for x = 0.</summary>
    [Fact]
    public void Verify_TagThatCancelsTheGenerator_Rejects()
    {
        var y = BouncyCastleLsag.Epsilon(Scope).ModInverse(BouncyCastleCurve.Order);
        var proof = _prover.Prove(_sample.Pairs[0], Scope, Purpose);

        Assert.False(proof.Verify(_sample.Pairs[0].PublicKey, Scope, BouncyCastleLsag.CreateTag(y), Purpose));
    }

    /// <summary>sG = R1 + eP and sT = R2 + e(G - eps T), by BouncyCastle, R1 and R2 being what the challenge is made of.</summary>
    [Fact]
    public void Prove_Equations_HoldOnBouncyCastle()
    {
        var proof = _prover.Prove(_sample.Pairs[0], Scope, Purpose);
        var n = BouncyCastleCurve.Order;
        var s = new BigInteger(1, proof.Response.ToArray());
        var minusE = new BigInteger(1, proof.Challenge.ToArray()).Negate().Mod(n);
        var epsilon = BouncyCastleLsag.Epsilon(Scope);
        var p = BouncyCastleCurve.Lift(_sample.Pairs[0].PublicKey.X.ToArray(), 0)!;
        var t = BouncyCastleCurve.Lift(Tag.X.ToArray(), Tag.Parity)!;
        var q = BouncyCastleCurve.Generator.Subtract(t.Multiply(epsilon));
        var r1 = BouncyCastleCurve.MultiplyBase(s).Add(p.Multiply(minusE)).Normalize();
        var r2 = t.Multiply(s).Add(q.Multiply(minusE)).Normalize();

        var challenge = BouncyCastleCurve.Keccak(
            BouncyCastleCurve.Keccak("quarantine/claim/v1"u8.ToArray()),
            Bytes32.FromUInt64(Scope.ChainId).ToArray(),
            Scope.Contract.ToWord().ToArray(),
            Scope.CommunityId.ToArray(),
            Bytes32.FromUInt64(Scope.Kind).ToArray(),
            Bytes32.FromUInt64(Scope.Slot).ToArray(),
            _sample.Pairs[0].PublicKey.X.ToArray(),
            Tag.X.ToArray(),
            Bytes32.FromUInt64(Tag.Parity).ToArray(),
            Purpose.ToArray(),
            r1.GetEncoded(compressed: false)[1..],
            r2.GetEncoded(compressed: false)[1..]);

        Assert.Equal(proof.Challenge.ToArray(), BouncyCastleCurve.Encode(new BigInteger(1, challenge).Mod(n)));
    }

    [Fact]
    public void Prove_StuckGenerator_SharesNoNonce()
    {
        var prover = new ClaimProver(new StuckRandom(0));
        var first = prover.Prove(_sample.Pairs[0], Scope, Purpose);
        var second = prover.Prove(_sample.Pairs[0], Scope, Bytes32.Zero);

        // One nonce under two challenges would give x = (s - s')/(e - e').
        var n = BouncyCastleCurve.Order;
        var s = new BigInteger(1, first.Response.ToArray()).Subtract(new BigInteger(1, second.Response.ToArray()));
        var e = new BigInteger(1, first.Challenge.ToArray()).Subtract(new BigInteger(1, second.Challenge.ToArray()));
        Assert.NotEqual(LsagOracleTests.Secret(_sample, 0), s.Multiply(e.Mod(n).ModInverse(n)).Mod(n));
    }
}
