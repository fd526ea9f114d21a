using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Tests.Lsag;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Rings;

public sealed class RingTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(64)]
    public void TryParseCode_OwnCode_GivesTheSameRing(int count)
    {
        using var sample = new SampleRing(count);
        var code = sample.Ring.ToCode();

        Assert.Equal(1 + (32 * count), code.Length);
        Assert.True(Ring.TryParseCode(code, out var ring));
        Assert.Equal(sample.Ring.Keys.ToArray(), ring.Keys.ToArray());
        Assert.Equal(Keccak256.Hash(code), ring.CodeHash);
        Assert.Equal(count, ring.Count);
    }

    [Fact]
    public void IndexOf_MembersAndOthers_GivesPositionOrMinusOne()
    {
        using var sample = new SampleRing(8);
        using var stranger = RingKeyPair.Generate(new SeededRandom("stranger"));

        Assert.Equal(Enumerable.Range(0, 8), sample.Pairs.Select(pair => sample.Ring.IndexOf(pair.PublicKey)));
        Assert.Equal(-1, sample.Ring.IndexOf(stranger.PublicKey));
        Assert.Equal(-1, sample.Ring.IndexOf(default));
    }

    [Fact]
    public void TryCreate_WrongNumberOrderOrKey_False()
    {
        using var sample = new SampleRing(4);
        var keys = sample.Ring.Keys.ToArray();

        Assert.False(Ring.TryCreate([], out _));
        Assert.False(Ring.TryCreate([default], out _));
        Assert.False(Ring.TryCreate([default, keys[0]], out _));
        Assert.False(Ring.TryCreate([keys[1], keys[0]], out _));
        Assert.False(Ring.TryCreate([keys[0], keys[0]], out _));
        Assert.False(Ring.TryCreate([keys[1], keys[2], keys[3], keys[0]], out _));
        Assert.True(Ring.TryCreate(keys.AsSpan(1), out _));
    }

    [Fact]
    public void TryCreate_SixtyFiveKeys_False()
    {
        using var sample = new SampleRing(64);
        using var another = RingKeyPair.Generate(new SeededRandom("one too many"));
        var keys = sample.Ring.Keys.ToArray().Append(another.PublicKey).Order().ToArray();

        Assert.False(Ring.TryCreate(keys, out _));
        Assert.False(Ring.TryParseCode([0, .. keys.SelectMany(key => key.X.ToArray())], out _));
    }

    [Fact]
    public void TryParseCode_AnyOtherForm_False()
    {
        using var sample = new SampleRing(3);
        var code = sample.Ring.ToCode();
        for (var length = 0; length < code.Length; length++)
        {
            // A whole number of keys is a smaller ring; every other cut is none.
            Assert.Equal(length > 1 && length % 32 == 1, Ring.TryParseCode(code.AsSpan(0, length), out _));
        }

        Assert.False(Ring.TryParseCode([.. code, 0], out _));
        Assert.False(Ring.TryParseCode([1, .. code[1..]], out _));
        Assert.False(Ring.TryParseCode([.. code, .. code[^32..]], out _));
        Assert.False(Ring.TryParseCode([0, .. code[33..65], .. code[1..33], .. code[65..]], out _));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void TryParseCode_KeyOutOfRange_False(string x)
    {
        using var sample = new SampleRing(2);
        byte[][] keys = [.. sample.Ring.Keys.ToArray().Select(key => key.X.ToArray()), Convert.FromHexString(x)];

        Assert.False(Ring.TryParseCode([0, .. keys.OrderBy(key => new Bytes32(key)).SelectMany(key => key)], out _));
    }

    [Fact]
    public void TryParseCode_HundredThousandRandomByteStrings_NeverThrows()
    {
        var random = new SeededRandom("random code");
        for (var i = 0; i < 100_000; i++)
        {
            var code = random.Take(i % 10 == 0 ? 1 + (32 * random.Below(4)) : random.Below(i % 50 == 1 ? 2200 : 200));
            code.AsSpan(0, Math.Min(1, code.Length)).Clear();
            Assert.Equal(Ring.TryParseCode(code, out var ring), ring is not null && ring.ToCode().AsSpan().SequenceEqual(code));
        }
    }

    /// <summary>A ring is what was checked, whatever its maker does to the array afterwards.</summary>
    [Fact]
    public void TryCreate_ArrayChangedAfterwards_RingStays()
    {
        using var sample = new SampleRing(2);
        var keys = sample.Ring.Keys.ToArray();
        Assert.True(Ring.TryCreate(keys, out var ring));
        var hash = ring.CodeHash;

        keys[0] = keys[1];

        Assert.Equal(sample.Ring.Keys[0], ring.Keys[0]);
        Assert.Equal(hash, Ring.CodeHashOf(ring.Keys));
    }
}
