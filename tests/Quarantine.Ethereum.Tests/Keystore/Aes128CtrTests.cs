using Quarantine.Ethereum.Keystore;

namespace Quarantine.Ethereum.Tests.Keystore;

public sealed class Aes128CtrTests
{
    /// <summary>NIST SP 800-38A, F.5.1.</summary>
    [Fact]
    public void Apply_VectorOfNist_IsEqual()
    {
        var data = Convert.FromHexString("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e5130c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
        Aes128Ctr.Apply(Convert.FromHexString("2b7e151628aed2a6abf7158809cf4f3c"), Convert.FromHexString("f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"), data);
        Assert.Equal("874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee", Convert.ToHexStringLower(data));
    }

    [Fact]
    public void Apply_CounterOfAllOnes_CarriesThroughTheWholeBlock()
    {
        var (key, ones) = (new byte[16], Enumerable.Repeat((byte)0xFF, 16).ToArray());
        var (two, second) = (new byte[32], new byte[16]);
        Aes128Ctr.Apply(key, ones, two);
        Aes128Ctr.Apply(key, new byte[16], second);
        Assert.Equal(second, two[16..]);
    }
}
