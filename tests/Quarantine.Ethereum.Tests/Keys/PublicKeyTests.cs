using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Keys;

public sealed class PublicKeyTests
{
    /// <summary>SEC 2, 2.4.1: the generator, which is the public key of the secret 1.</summary>
    private const string Generator = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798483ada7726a3c4655da4fbfc0e1108a8fd17b448a68554199c47d08ffb10d4b8";

    [Theory]
    [InlineData("0x" + Generator)]
    [InlineData("0x04" + Generator)]
    [InlineData("0x0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798")]
    public void TryParse_EachForm_IsTheSamePoint(string text)
    {
        using var one = new PrivateKey(Bytes32.FromUInt64(1).ToArray());
        Assert.True(PublicKey.TryParse(text, out var key));
        Assert.Equal(one.PublicKey, key);
        Assert.Equal("0x7E5F4552091A69125d5DfCb7b8C2659029395Bdf", key.Address.ToString());
        Assert.True(PublicKey.TryCreate(key.X, key.Y, out var again));
        Assert.Equal(key, again);
    }

    [Fact]
    public void TryParse_AnyBitFlipped_IsNotOnTheCurve()
    {
        var bytes = Hex.Decode(Generator);
        for (var i = 0; i < 8 * bytes.Length; i++)
        {
            var changed = (byte[])bytes.Clone();
            changed[i / 8] ^= (byte)(1 << (i % 8));
            Assert.False(PublicKey.TryParse(changed, out _));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    public void TryParse_Zeros_IsFalse(int length) => Assert.False(PublicKey.TryParse(new byte[length], out _));

    [Fact]
    public void TryParse_CoordinateAboveTheField_IsFalse()
    {
        // x + p for a small x that is on the curve: the same point, in a second form.
        var x = Hex.Decode("fffffffffffffffffffffffffffffffffffffffffffffffffffffffefffffc30");
        Assert.False(PublicKey.TryParse([2, .. x], out _));
    }
}
