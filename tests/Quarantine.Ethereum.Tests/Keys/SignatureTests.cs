using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Keys;

public sealed class SignatureTests
{
    private static readonly Bytes32 Digest = Keccak256.Hash("message"u8);
    private static readonly BigInteger Order = new(Secp256k1.Order, isUnsigned: true, isBigEndian: true);

    /// <summary>EIP-2: (r, N - s) with the other parity signs the same. Accepting it would make every signature malleable.</summary>
    [Fact]
    public void TryParse_HighS_IsRefused()
    {
        using var key = PrivateKey.Generate();
        var signature = key.Sign(Digest);
        var twin = signature.ToArray();
        Bytes32.FromBigInteger(Order - signature.S.ToBigInteger()).CopyTo(twin.AsSpan(32));
        twin[64] = (byte)(55 - twin[64]);
        Assert.True(Signature.TryParse(signature.ToArray(), out var parsed));
        Assert.Equal(signature, parsed);
        Assert.False(Signature.TryParse(twin, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(26)]
    [InlineData(29)]
    [InlineData(37)]
    public void TryParse_OtherV_IsRefused(byte v)
    {
        using var key = PrivateKey.Generate();
        var bytes = key.Sign(Digest).ToArray();
        bytes[64] = v;
        Assert.False(Signature.TryParse(bytes, out _));
    }

    [Fact]
    public void TryCreate_NumbersAtTheirBounds_AreCheckedExactly()
    {
        var half = Bytes32.FromBigInteger((Order - 1) / 2);
        var aboveHalf = Bytes32.FromBigInteger((Order + 1) / 2);
        var (one, last, order) = (Bytes32.FromUInt64(1), Bytes32.FromBigInteger(Order - 1), Bytes32.FromBigInteger(Order));
        Assert.True(Signature.TryCreate(one, one, 0, out _));
        Assert.True(Signature.TryCreate(last, half, 1, out _));
        Assert.False(Signature.TryCreate(order, one, 0, out _));
        Assert.False(Signature.TryCreate(one, aboveHalf, 0, out _));
        Assert.False(Signature.TryCreate(Bytes32.Zero, one, 0, out _));
        Assert.False(Signature.TryCreate(one, Bytes32.Zero, 0, out _));
        Assert.False(Signature.TryCreate(one, one, 2, out _));
        Assert.False(Signature.TryCreate(one, one, -1, out _));
    }

    [Fact]
    public void TryRecover_RThatIsNoX_IsFalse()
    {
        // 5 is not the x of any point of the curve.
        Assert.True(Signature.TryCreate(Bytes32.FromUInt64(5), Bytes32.FromUInt64(1), 0, out var signature));
        Assert.False(signature.TryRecover(Digest, out _));
        Assert.False(signature.TryRecoverAddress(Digest, out _));
        Assert.False(signature.IsBy(Address.Zero, Digest));
        Assert.False(default(Signature).IsBy(Address.Zero, Digest));
    }

    [Fact]
    public void IsBy_AnyByteChanged_IsFalse()
    {
        using var key = PrivateKey.Generate();
        var bytes = key.Sign(Digest).ToArray();
        for (var i = 0; i < bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 1;
            Assert.False(Signature.TryParse(changed, out var signature) && signature.IsBy(key.Address, Digest));
        }
    }

    /// <summary>Law: no bytes make parsing or recovery throw. 2,000 cases.</summary>
    [Fact]
    public void TryParse_RandomBytes_NeverThrows() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(n => (byte)n).ArrayOf(Signature.Length).ToArbitrary(), bytes =>
        {
            bytes[64] = (byte)(27 + (bytes[64] & 1));
            bytes[32] &= 0x7F;
            _ = Signature.TryParse(bytes, out var signature) && signature.TryRecover(Digest, out _);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
