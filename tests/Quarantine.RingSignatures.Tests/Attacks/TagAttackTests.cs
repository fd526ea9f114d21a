using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Oracles;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Oracles;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Attacks;

/// <summary>A member who wants a second tag in one scope, and so a second report.</summary>
public sealed class TagAttackTests : IDisposable
{
    private const int Position = 2;

    private readonly SampleRing _sample = new(4, "tag attacks");
    private readonly SeededRandom _random = new("tag attack scalars");

    private BigInteger X => LsagOracleTests.Secret(_sample, Position);

    private BigInteger Y => X.Add(BouncyCastleLsag.Epsilon(_sample.Statement.Scope)).ModInverse(BouncyCastleCurve.Order);

    /// <summary>T = G, -G, P_i, multiples of the right T, and any other point whose logarithm the member knows.</summary>
    public static TheoryData<string> Tags => ["G", "-G", "P_s", "-P_s", "2T", "3T", "(N-1)T", "random"];

    public void Dispose() => _sample.Dispose();

    [Fact]
    public void Verify_RightTagOfTheHelper_Accepts() => Assert.True(Verify(SignUnder(Y, BouncyCastleLsag.CreateTag(Y))));

    /// <summary>The member signs by the rules, but with another y and T = yG.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void Verify_SignedWithOtherLogarithm_Rejects(string name)
    {
        var y = LogarithmOf(name);

        Assert.False(Verify(SignUnder(y, BouncyCastleLsag.CreateTag(y))));
    }

    /// <summary>The member signs with the right y, but shows another tag.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void Verify_SignedUnderOtherTag_Rejects(string name) =>
        Assert.False(Verify(SignUnder(Y, BouncyCastleLsag.CreateTag(LogarithmOf(name)))));

    /// <summary>Somebody puts another tag, or another member's key, into a right signature.</summary>
    [Theory]
    [MemberData(nameof(Tags))]
    public void Verify_TagReplaced_Rejects(string name)
    {
        var signature = new LsagSigner().Sign(_sample.Pairs[Position], _sample.Ring, _sample.Statement);

        Assert.False(Verify(new LsagSignature(signature.C0, BouncyCastleLsag.CreateTag(LogarithmOf(name)), signature.Z)));
        foreach (var key in _sample.Ring.Keys)
        {
            Assert.False(Verify(new LsagSignature(signature.C0, new Tag(key.X, 0), signature.Z)));
        }
    }

    /// <summary>-T has the same x, which is why a spent tag is remembered by x alone, and the parity is part of the message.</summary>
    [Fact]
    public void Verify_NegatedTag_Rejects()
    {
        var tag = BouncyCastleLsag.CreateTag(Y);
        var negated = tag with { Parity = (byte)(1 - tag.Parity) };

        Assert.False(Verify(SignUnder(Y, negated)));
        Assert.False(Verify(SignUnder(BouncyCastleCurve.Order.Subtract(Y), negated)));
    }

    [Fact]
    public void Verify_TagOutOfRangeOrOffTheCurve_Rejects()
    {
        var right = SignUnder(Y, BouncyCastleLsag.CreateTag(Y));
        var order = new Bytes32(BouncyCastleCurve.Encode(BouncyCastleCurve.Order));
        Tag[] tags =
        [
            new(Bytes32.Zero, 0),
            new(order, 0),
            new(Bytes32.Parse("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"), 0),
            new(OffTheCurve(), 0),
            right.Tag with { Parity = 2 },
            right.Tag with { Parity = 3 },
            right.Tag with { Parity = 27 },
            right.Tag with { Parity = 255 },
        ];
        foreach (var tag in tags)
        {
            Assert.False(Verify(new LsagSignature(right.C0, tag, right.Z)));
        }
    }

    [Fact]
    public void CreateTag_TwoRingsWithOneMember_GivesOneTag()
    {
        var other = new SampleRing(3, "another ring of the community");
        Assert.True(RingSignatures.Rings.Ring.TryCreate(
            other.Ring.Keys.ToArray().Append(_sample.Pairs[Position].PublicKey).Order().ToArray(), out var shared));

        var first = new LsagSigner().Sign(_sample.Pairs[Position], _sample.Ring, _sample.Statement);
        var second = new LsagSigner().Sign(_sample.Pairs[Position], shared, _sample.Statement);

        Assert.Equal(first.Tag, second.Tag);
        Assert.True(LsagVerifier.Verify(shared, _sample.Statement, second));
    }

    [Fact]
    public void CreateTag_OtherScopesAndMembers_GivesOtherTags()
    {
        var scope = _sample.Statement.Scope;
        var signer = new LsagSigner();
        var scopes = new[]
        {
            scope, scope with { Slot = 1 }, scope with { Kind = 1 }, scope with { ChainId = 2 },
            scope with { Contract = Address.Zero }, scope with { CommunityId = Bytes32.Zero },
        };
        var tags = _sample.Pairs.SelectMany(pair => scopes.Select(item => signer.CreateTag(pair, item).X)).ToArray();

        Assert.Equal(tags.Length, tags.Distinct().Count());
    }

    private static Bytes32 OffTheCurve()
    {
        for (ulong x = 1; ; x++)
        {
            if (BouncyCastleCurve.Lift(Bytes32.FromUInt64(x).ToArray(), 0) is null)
            {
                return Bytes32.FromUInt64(x);
            }
        }
    }

    private BigInteger LogarithmOf(string name)
    {
        var minusOne = BouncyCastleCurve.Order.Subtract(BigInteger.One);
        var logarithm = name switch
        {
            "G" => BigInteger.One,
            "-G" => minusOne,
            "P_s" => X,
            "-P_s" => X.Multiply(minusOne),
            "2T" => Y.ShiftLeft(1),
            "3T" => Y.Multiply(BigInteger.Three),
            "(N-1)T" => Y.Multiply(minusOne),
            _ => new BigInteger(1, _random.Take(32)),
        };
        return logarithm.Mod(BouncyCastleCurve.Order);
    }

    private LsagSignature SignUnder(BigInteger y, Tag tag)
    {
        var scalars = Enumerable.Range(0, _sample.Ring.Count + 1).Select(_ => new BigInteger(1, _random.Take(32)).Mod(BouncyCastleCurve.Order)).ToArray();
        return BouncyCastleLsag.SignUnderTag(_sample.Ring.Keys, Position, y, tag, _sample.Statement, scalars);
    }

    private bool Verify(LsagSignature signature) => LsagVerifier.Verify(_sample.Ring, _sample.Statement, signature);
}
