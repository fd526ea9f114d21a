using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Attacks;

/// <summary>
/// Two signatures that share beta and differ in c_s give y = (z_s - z_s')/(c_s - c_s'), and so x = 1/y - eps, to anybody who sees them.
/// Shown first to work against a signer that makes the mistake, then not to work against the library's, even with a broken generator.
/// </summary>
public sealed class NonceAttackTests : IDisposable
{
    private const int Position = 1;

    private readonly SampleRing _sample = new(3, "nonce attacks");
    private readonly SeededRandom _random = new("nonce attack scalars");

    private Statement OtherStatement => _sample.Statement with { State = Bytes32.FromUInt64(77) };

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Extract_OneBetaUnderTwoMessages_GivesTheKeyAway()
    {
        var scalars = DrawScalars();
        var first = SignCarelessly(_sample.Statement, scalars);
        var second = SignCarelessly(OtherStatement, scalars);

        Assert.Equal(LsagOracleTests.Secret(_sample, Position), Extract((_sample.Statement, first), (OtherStatement, second)));
    }

    [Fact]
    public void Extract_DeterministicBetaBesideRandomResponses_GivesTheKeyAway()
    {
        var scalars = DrawScalars();
        var first = SignCarelessly(_sample.Statement, scalars);
        var second = SignCarelessly(_sample.Statement, [scalars[0], .. DrawScalars()[1..]]);

        Assert.Equal(LsagOracleTests.Secret(_sample, Position), Extract((_sample.Statement, first), (_sample.Statement, second)));
    }

    [Fact]
    public void Sign_GoodGenerator_GivesNothingAway()
    {
        var first = Sign(RandomSource.System, _sample.Statement);
        var again = Sign(RandomSource.System, _sample.Statement);
        var other = Sign(RandomSource.System, OtherStatement);

        Assert.Null(Extract((_sample.Statement, first), (_sample.Statement, again)));
        Assert.Null(Extract((_sample.Statement, first), (OtherStatement, other)));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x5A)]
    [InlineData(0xFF)]
    public void Sign_StuckGeneratorSameMessage_RepeatsTheWholeSignature(byte stuck) =>
        Assert.Equal(Sign(new StuckRandom(stuck), _sample.Statement).ToArray(), Sign(new StuckRandom(stuck), _sample.Statement).ToArray());

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x5A)]
    [InlineData(0xFF)]
    public void Sign_StuckGeneratorOtherMessage_GivesNothingAway(byte stuck)
    {
        var first = Sign(new StuckRandom(stuck), _sample.Statement);
        foreach (var statement in OtherStatements())
        {
            var second = Sign(new StuckRandom(stuck), statement);
            Assert.Null(Extract((_sample.Statement, first), (statement, second)));
            Assert.Empty(first.Z.ToArray().Intersect(second.Z.ToArray()));
        }
    }

    [Fact]
    public void Sign_StuckGeneratorOtherRing_SharesNoResponse()
    {
        Assert.True(RingSignatures.Rings.Ring.TryCreate(_sample.Ring.Keys[Position..], out var smaller));
        var first = Sign(new StuckRandom(1), _sample.Statement);
        var second = new LsagSigner(new StuckRandom(1)).Sign(_sample.Pairs[Position], smaller, _sample.Statement);

        Assert.Empty(first.Z.ToArray().Intersect(second.Z.ToArray()));
    }

    private IEnumerable<Statement> OtherStatements()
    {
        yield return OtherStatement;
        yield return _sample.Statement with { Relay = Address.Zero };
        yield return _sample.Statement with { Scope = _sample.Statement.Scope with { Slot = 3 } };
    }

    private LsagSignature Sign(RandomSource random, Statement statement) =>
        new LsagSigner(random).Sign(_sample.Pairs[Position], _sample.Ring, statement);

    private LsagSignature SignCarelessly(Statement statement, BigInteger[] scalars)
    {
        var signature = BouncyCastleLsag.Sign(_sample.Ring.Keys, Position, LsagOracleTests.Secret(_sample, Position), statement, scalars);
        Assert.True(LsagVerifier.Verify(_sample.Ring, statement, signature));
        return signature;
    }

    private BigInteger[] DrawScalars() =>
        [.. Enumerable.Range(0, _sample.Ring.Count + 1).Select(_ => new BigInteger(1, _random.Take(32)).Mod(BouncyCastleCurve.Order))];

    /// <summary>Tries every position of two signatures: the secret of one of the ring's keys, or null.</summary>
    private BigInteger? Extract((Statement Statement, LsagSignature Signature) first, (Statement Statement, LsagSignature Signature) second)
    {
        var n = BouncyCastleCurve.Order;
        var epsilon = BouncyCastleLsag.Epsilon(first.Statement.Scope);
        var left = BouncyCastleLsag.Challenges(_sample.Ring.Keys, first.Statement, first.Signature)!;
        var right = BouncyCastleLsag.Challenges(_sample.Ring.Keys, second.Statement, second.Signature)!;
        for (var i = 0; i < _sample.Ring.Count; i++)
        {
            var z = new BigInteger(1, first.Signature.Z[i].ToArray()).Subtract(new BigInteger(1, second.Signature.Z[i].ToArray())).Mod(n);
            var c = new BigInteger(1, left[i]).Subtract(new BigInteger(1, right[i])).Mod(n);
            if (z.SignValue == 0 || c.SignValue == 0)
            {
                continue;
            }

            var x = z.Multiply(c.ModInverse(n)).ModInverse(n).Subtract(epsilon).Mod(n);
            var key = BouncyCastleCurve.Encode(BouncyCastleCurve.MultiplyBase(x).AffineXCoord.ToBigInteger());
            if (new Bytes32(key) == _sample.Ring.Keys[i].X)
            {
                return x;
            }
        }

        return null;
    }
}
