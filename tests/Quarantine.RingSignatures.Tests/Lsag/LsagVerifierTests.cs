using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Tests.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Lsag;

public sealed class LsagVerifierTests : IDisposable
{
    private static readonly Bytes32 Order = new(BouncyCastleCurve.Encode(BouncyCastleCurve.Order));

    private readonly SampleRing _sample = new(4, "verifier tests");
    private readonly LsagSignature _signature;

    public LsagVerifierTests() => _signature = new LsagSigner().Sign(_sample.Pairs[1], _sample.Ring, _sample.Statement);

    public static TheoryData<string> OutOfRange =>
    [
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142",
        "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    ];

    public void Dispose() => _sample.Dispose();

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Verify_ResponseOutOfRange_Rejects(string value)
    {
        for (var i = 0; i < _sample.Ring.Count; i++)
        {
            var z = _signature.Z.ToArray();
            z[i] = Bytes32.Parse(value);
            Assert.False(Verify(new LsagSignature(_signature.C0, _signature.Tag, z)));
        }
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Verify_ChallengeOutOfRange_Rejects(string value) =>
        Assert.False(Verify(new LsagSignature(Bytes32.Parse(value), _signature.Tag, _signature.Z)));

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Closes_ChallengeOrResponseOutOfRange_False(string value)
    {
        var word = Bytes32.Parse(value);
        var context = LsagContext.Create(_sample.Statement, _sample.Ring.CodeHash, _signature.Tag);
        var z = _signature.Z.ToArray();
        Assert.True(LsagEquations.Closes(context, _sample.Ring.Keys, _signature.C0, z));
        Assert.False(LsagEquations.Closes(context, _sample.Ring.Keys, word, z));
        z[2] = word;
        Assert.False(LsagEquations.Closes(context, _sample.Ring.Keys, _signature.C0, z));
    }

    /// <summary>z and z + N are the same scalar: only one of them may be taken, or a signature had two forms.</summary>
    [Fact]
    public void Verify_ResponseWithTheOrderAdded_Rejects()
    {
        BigInteger[] scalars = [BigInteger.ValueOf(5), .. Enumerable.Range(2, _sample.Ring.Count).Select(value => BigInteger.ValueOf(value))];
        var signature = BouncyCastleLsag.Sign(_sample.Ring.Keys, 0, LsagOracleTests.Secret(_sample, 0), _sample.Statement, scalars);
        Assert.True(Verify(signature));

        var z = signature.Z.ToArray();
        z[3] = Bytes32.FromBigInteger(z[3].ToBigInteger() + Order.ToBigInteger());
        Assert.False(Verify(new LsagSignature(signature.C0, signature.Tag, z)));
    }

    [Fact]
    public void Verify_AnyOtherNumberOfResponses_Rejects()
    {
        Assert.False(Verify(new LsagSignature(_signature.C0, _signature.Tag, _signature.Z[..^1])));
        Assert.False(Verify(new LsagSignature(_signature.C0, _signature.Tag, [.. _signature.Z, _signature.Z[0]])));
    }

    [Fact]
    public void Verify_ResponsesPermuted_Rejects()
    {
        for (var i = 0; i < _sample.Ring.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var z = _signature.Z.ToArray();
                (z[i], z[j]) = (z[j], z[i]);
                Assert.False(Verify(new LsagSignature(_signature.C0, _signature.Tag, z)));
            }
        }
    }

    /// <summary>A rotated ring closes on every c_i, so only the order that the code hash fixes tells it apart.</summary>
    [Fact]
    public void Verify_RotatedStart_Rejects()
    {
        var challenges = BouncyCastleLsag.Challenges(_sample.Ring.Keys, _sample.Statement, _signature)!;
        for (var shift = 1; shift < _sample.Ring.Count; shift++)
        {
            var z = Rotate(_signature.Z.ToArray(), shift);
            var rotated = new LsagSignature(new Bytes32(challenges[shift]), _signature.Tag, z);
            var keys = Rotate(_sample.Ring.Keys.ToArray(), shift);
            Assert.False(Verify(rotated));
            Assert.False(Ring.TryCreate(keys, out _));

            // With the same message the rotation does close; with the message of the ring so ordered it does not.
            var same = LsagContext.Create(_sample.Statement, _sample.Ring.CodeHash, _signature.Tag);
            var own = LsagContext.Create(_sample.Statement, Ring.CodeHashOf(keys), _signature.Tag);
            Assert.True(LsagEquations.Closes(same, keys, rotated.C0, z));
            Assert.False(LsagEquations.Closes(own, keys, rotated.C0, z));
        }
    }

    [Fact]
    public void Verify_PermutedRing_Rejects()
    {
        var keys = _sample.Ring.Keys.ToArray();
        (keys[0], keys[3]) = (keys[3], keys[0]);

        Assert.False(Ring.TryCreate(keys, out _));
        Assert.False(LsagEquations.Closes(
            LsagContext.Create(_sample.Statement, Ring.CodeHashOf(keys), _signature.Tag), keys, _signature.C0, _signature.Z));
    }

    [Fact]
    public void Verify_RingWithoutTheSigner_Rejects()
    {
        var other = RingKeyPair.Generate(new SeededRandom("a stranger"));
        var keys = _sample.Ring.Keys.ToArray();
        keys[1] = other.PublicKey;
        Assert.True(Ring.TryCreate(keys.Order().ToArray(), out var ring));

        Assert.False(LsagVerifier.Verify(ring, _sample.Statement, _signature));
    }

    [Fact]
    public void Closes_EmptyRing_Throws()
    {
        var context = LsagContext.Create(_sample.Statement, _sample.Ring.CodeHash, _signature.Tag);

        Assert.Throws<ArgumentException>("keys", () => LsagEquations.Closes(context, [], _signature.C0, []));
        Assert.Throws<ArgumentException>("z", () => LsagEquations.Closes(context, _sample.Ring.Keys, _signature.C0, _signature.Z[1..]));
    }

    [Fact]
    public void Closes_KeyThatWasNeverSet_False()
    {
        var keys = _sample.Ring.Keys.ToArray();
        keys[2] = default;

        Assert.False(LsagEquations.Closes(
            LsagContext.Create(_sample.Statement, Ring.CodeHashOf(keys), _signature.Tag), keys, _signature.C0, _signature.Z));
    }

    [Fact]
    public void Verify_MissingArgument_ThrowsWithItsName()
    {
        Assert.Throws<ArgumentNullException>("ring", () => LsagVerifier.Verify(null!, _sample.Statement, _signature));
        Assert.Throws<ArgumentNullException>("statement", () => LsagVerifier.Verify(_sample.Ring, null!, _signature));
        Assert.Throws<ArgumentNullException>("signature", () => LsagVerifier.Verify(_sample.Ring, _sample.Statement, null!));
    }

    private static T[] Rotate<T>(T[] items, int shift) => [.. items[shift..], .. items[..shift]];

    private bool Verify(LsagSignature signature) => LsagVerifier.Verify(_sample.Ring, _sample.Statement, signature);
}
