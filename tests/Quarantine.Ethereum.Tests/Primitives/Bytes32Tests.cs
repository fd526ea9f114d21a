using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Primitives;

public sealed class Bytes32Tests
{
    [Fact]
    public void FromBigInteger_OutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes32.FromBigInteger(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bytes32.FromBigInteger(BigInteger.One << 256));
        Assert.Equal(new string('f', 64), Bytes32.FromBigInteger((BigInteger.One << 256) - 1).ToString()[2..]);
    }

    /// <summary>Law: bytes, number and text give the same word back, and words are ordered as numbers. 500 cases.</summary>
    [Fact]
    public void RoundTrip_AnyTwoWords_AreKeptAndOrdered()
    {
        var words = Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf(Bytes32.Length).Select(bytes => new Bytes32(bytes));
        Prop.ForAll(words.Two().ToArbitrary(), pair =>
        {
            var (a, b) = pair;
            return new Bytes32(a.ToArray()) == a
                && Bytes32.FromBigInteger(a.ToBigInteger()) == a
                && Bytes32.Parse(a.ToString()) == a
                && a.CompareTo(b) == a.ToBigInteger().CompareTo(b.ToBigInteger());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }
}
