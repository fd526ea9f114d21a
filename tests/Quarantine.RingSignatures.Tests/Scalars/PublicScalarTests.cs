using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Tests.Scalars;

public sealed class PublicScalarTests
{
    private static readonly BigInteger N = new(Secp256k1.Order, isUnsigned: true, isBigEndian: true);

    /// <summary>Limbs of all zeros, all ones and anything, so that every carry is met.</summary>
    private static readonly Arbitrary<(BigInteger Left, BigInteger Right)> Pairs = (
        from left in Number
        from right in Number
        select (left, right)).ToArbitrary();

    private static Gen<BigInteger> Number =>
        from limbs in Gen.OneOf(Gen.Constant(0UL), Gen.Constant(ulong.MaxValue), Gen.Constant(1UL), ArbMap.Default.GeneratorFor<ulong>()).ArrayOf(4)
        from nearOrder in Gen.Choose(0, 3)
        from distance in Gen.Choose(1, 1000)
        let value = limbs.Aggregate(BigInteger.Zero, (number, limb) => (number << 64) + limb) % N
        select nearOrder == 0 ? N - distance : value;

    [Fact]
    public void Multiply_AnyNumbers_EqualsBigInteger() =>
        AssertEqual((left, right) => left * right, (left, right) => left * right);

    [Fact]
    public void Add_AnyNumbers_EqualsBigInteger() =>
        AssertEqual((left, right) => left + right, (left, right) => left + right);

    [Fact]
    public void Subtract_AnyNumbers_EqualsBigInteger() =>
        AssertEqual((left, right) => left - right, (left, right) => left - right);

    [Fact]
    public void Negate_AnyNumber_EqualsBigInteger() =>
        AssertEqual((left, _) => -left, (left, _) => -left);

    [Fact]
    public void Invert_AnyNumberButZero_TimesItselfIsOne() =>
        Prop.ForAll(Pairs, pair => pair.Left.IsZero || (Read(pair.Left) * PublicScalar.Invert(Read(pair.Left))) == PublicScalar.One)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    [Fact]
    public void Invert_Zero_Throws() => Assert.Throws<ArgumentException>("value", () => PublicScalar.Invert(PublicScalar.Zero));

    [Fact]
    public void Reduce_AnyWord_EqualsBigInteger() =>
        Prop.ForAll(Pairs, pair =>
        {
            var word = (pair.Left + (pair.Right << 3)) % (BigInteger.One << 256);
            return PublicScalar.Reduce(Bytes32.FromBigInteger(word)).ToWord().ToBigInteger() == word % N;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    [Fact]
    public void TryRead_AroundTheOrder_AcceptsOnlyLess()
    {
        Assert.True(PublicScalar.TryRead(Bytes32.FromBigInteger(N - 1), out var last));
        Assert.Equal(N - 1, last.ToWord().ToBigInteger());
        Assert.False(PublicScalar.TryRead(Bytes32.FromBigInteger(N), out var order));
        Assert.True(order.IsZero);
        Assert.False(PublicScalar.TryRead(Bytes32.FromBigInteger(N + 1), out _));
        Assert.False(PublicScalar.TryRead(Bytes32.FromBigInteger((BigInteger.One << 256) - 1), out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void TryRead_OtherLength_False(int length) => Assert.False(PublicScalar.TryRead(new byte[length], out _));

    [Fact]
    public void Multiply_AnyNumbers_EqualsLibsecp256k1() =>
        Prop.ForAll(Pairs, pair =>
        {
            var product = Bytes32.FromBigInteger(pair.Left).ToArray();
            return pair.Left.IsZero || pair.Right.IsZero
                || (Secp256k1.TrySecretMultiply(product, Bytes32.FromBigInteger(pair.Right).ToArray())
                    && (Read(pair.Left) * Read(pair.Right)).ToWord() == new Bytes32(product));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20_000));

    private static void AssertEqual(
        Func<PublicScalar, PublicScalar, PublicScalar> actual, Func<BigInteger, BigInteger, BigInteger> expected) =>
        Prop.ForAll(Pairs, pair =>
        {
            var number = expected(pair.Left, pair.Right) % N;
            var positive = number.Sign < 0 ? number + N : number;
            return actual(Read(pair.Left), Read(pair.Right)).ToWord().ToBigInteger() == positive;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50_000));

    private static PublicScalar Read(BigInteger value) =>
        PublicScalar.TryRead(Bytes32.FromBigInteger(value), out var scalar) ? scalar : throw new InvalidOperationException();
}
