using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Schemes;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Schemes;

/// <summary>What every scheme must do, whatever its keys are.</summary>
public abstract class RingSignatureSchemeContract<TRing, TKey>
{
    protected static Statement Statement { get; } = new(
        new Scope(31337, new Address([.. Enumerable.Repeat((byte)0x31, 20)]), Bytes32.FromUInt64(9), 0, 20_500),
        Bytes32.FromUInt64(1234),
        new Address([.. Enumerable.Repeat((byte)0x32, 20)]));

    private protected abstract IRingSignatureScheme<TRing, TKey> Scheme { get; }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void Verify_EveryPosition_Accepts(int count)
    {
        var (ring, keys) = CreateRing(count, 0);
        foreach (var key in keys)
        {
            var signature = Scheme.Sign(ring, key, Statement);
            Assert.Equal(Scheme.SignatureLength(ring), signature.Length);
            Assert.True(Scheme.Verify(ring, Statement, signature));
        }
    }

    [Fact]
    public void Sign_KeyOutsideTheRing_ThrowsWithTheArgumentsName()
    {
        var (ring, _) = CreateRing(3, 0);
        var (_, others) = CreateRing(1, 3);

        Assert.Throws<ArgumentException>("key", () => Scheme.Sign(ring, others[0], Statement));
    }

    [Fact]
    public void Sign_MissingArgument_ThrowsWithItsName()
    {
        var (ring, keys) = CreateRing(1, 0);

        Assert.Throws<ArgumentNullException>("ring", () => Scheme.Sign(default!, keys[0], Statement));
        Assert.Throws<ArgumentNullException>("key", () => Scheme.Sign(ring, default!, Statement));
        Assert.Throws<ArgumentNullException>("statement", () => Scheme.Sign(ring, keys[0], null!));
    }

    [Fact]
    public void Verify_MissingArgument_ThrowsWithItsName()
    {
        var (ring, _) = CreateRing(1, 0);

        Assert.Throws<ArgumentNullException>("ring", () => Scheme.Verify(default!, Statement, []));
        Assert.Throws<ArgumentNullException>("statement", () => Scheme.Verify(ring, null!, []));
        Assert.Throws<ArgumentNullException>("scope", () => Statement with { Scope = null! });
    }

    [Fact]
    public void Sign_Twice_GivesTwoSignatures()
    {
        var (ring, keys) = CreateRing(3, 0);

        Assert.NotEqual(Scheme.Sign(ring, keys[0], Statement), Scheme.Sign(ring, keys[0], Statement));
    }

    [Fact]
    public void Verify_OtherRing_Rejects()
    {
        var (ring, keys) = CreateRing(3, 0);
        var signature = Scheme.Sign(ring, keys[1], Statement);

        Assert.False(Scheme.Verify(CreateRing(3, 3).Ring, Statement, signature));
        Assert.False(Scheme.Verify(CreateRing(2, 0).Ring, Statement, signature));
        Assert.False(Scheme.Verify(CreateRing(4, 0).Ring, Statement, signature));
    }

    [Fact]
    public void Verify_OtherStatement_Rejects()
    {
        var (ring, keys) = CreateRing(3, 0);
        var signature = Scheme.Sign(ring, keys[2], Statement);

        foreach (var other in OtherStatements())
        {
            Assert.False(Scheme.Verify(ring, other, signature));
        }
    }

    [Fact]
    public void Verify_AnyBitFlipped_Rejects()
    {
        var (ring, keys) = CreateRing(2, 0);
        var signature = Scheme.Sign(ring, keys[1], Statement);

        for (var bit = 0; bit < signature.Length * 8; bit++)
        {
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(Scheme.Verify(ring, Statement, signature), $"Bit {bit} is not protected.");
            signature[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.True(Scheme.Verify(ring, Statement, signature));
    }

    [Fact]
    public void Verify_TruncatedOrExtended_Rejects()
    {
        var (ring, keys) = CreateRing(2, 0);
        var signature = Scheme.Sign(ring, keys[0], Statement);

        for (var length = 0; length < signature.Length; length++)
        {
            Assert.False(Scheme.Verify(ring, Statement, signature.AsSpan(0, length)));
        }

        Assert.False(Scheme.Verify(ring, Statement, [.. signature, 0]));
        Assert.False(Scheme.Verify(ring, Statement, [.. signature, .. signature[^32..]]));
        Assert.False(Scheme.Verify(ring, Statement, [.. signature, .. signature[1..]]));
    }

    [Fact]
    public void Verify_HundredThousandRandomByteStrings_RejectsWithoutThrowing()
    {
        var random = new SeededRandom($"random signatures {Scheme.Name}");
        var (ring, _) = CreateRing(2, 0);
        var length = Scheme.SignatureLength(ring);
        var version = Scheme.Sign(ring, CreateRing(2, 0).Keys[0], Statement)[0];
        for (var i = 0; i < 100_000; i++)
        {
            // Most have a wrong length or version; every hundredth has the right form, and is verified in full.
            var bytes = random.Take(i % 100 == 0 ? length : random.Below(2 * length));
            if (i % 100 == 0)
            {
                bytes[0] = version;
            }

            Assert.False(Scheme.Verify(ring, Statement, bytes));
        }
    }

    protected static IEnumerable<Statement> OtherStatements()
    {
        var scope = Statement.Scope;
        yield return Statement with { Scope = scope with { ChainId = 1 } };
        yield return Statement with { Scope = scope with { Contract = Address.Zero } };
        yield return Statement with { Scope = scope with { CommunityId = Bytes32.FromUInt64(10) } };
        yield return Statement with { Scope = scope with { Kind = 1 } };
        yield return Statement with { Scope = scope with { Slot = 20_501 } };
        yield return Statement with { State = Bytes32.FromUInt64(1235) };
        yield return Statement with { Relay = Address.Zero };
    }

    /// <summary>The ring of the sample keys <paramref name="from"/> to from + count - 1, and its secret keys in the ring's order.</summary>
    protected abstract (TRing Ring, TKey[] Keys) CreateRing(int count, int from);
}
