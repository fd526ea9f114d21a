using Quarantine.Ethereum.Abi;

namespace Quarantine.Ethereum.Tests.Abi;

public sealed class FunctionSelectorTests
{
    [Theory]
    [InlineData("transfer(address, uint256)")]
    [InlineData("transfer(address to,uint256 amount)")]
    [InlineData("transfer(address,uint)")]
    [InlineData("transfer(address,int)")]
    [InlineData("transfer(address,uint7)")]
    [InlineData("transfer(address,uint264)")]
    [InlineData("transfer(address,uint08)")]
    [InlineData("transfer(bytes33)")]
    [InlineData("transfer(bytes0)")]
    [InlineData("transfer(address,)")]
    [InlineData("transfer(,address)")]
    [InlineData("transfer(address")]
    [InlineData("transfer(address))")]
    [InlineData("transfer(address)x")]
    [InlineData("transfer(address[0])")]
    [InlineData("transfer(address[)")]
    [InlineData("transfer(address]")]
    [InlineData("transfer(Address)")]
    [InlineData("transfer((address)")]
    [InlineData("transfer(tuple)")]
    [InlineData("transfer")]
    [InlineData("(address)")]
    [InlineData("1f()")]
    [InlineData("")]
    public void Of_TextThatIsNotCanonical_Throws(string signature) => Assert.Throws<ArgumentException>(() => FunctionSelector.Of(signature));

    [Fact]
    public void TryStrip_OtherSelectorOrShortData_IsFalse()
    {
        var selector = FunctionSelector.Of("f()");
        Assert.True(selector.TryStrip([.. selector.ToArray(), 9], out var arguments));
        Assert.Equal([9], arguments.ToArray());
        Assert.False(selector.TryStrip(FunctionSelector.Of("g()").ToArray(), out _));
        Assert.False(selector.TryStrip(selector.ToArray().AsSpan(0, 3), out _));
    }

    [Fact]
    public void Constructor_NotFourBytes_Throws() => Assert.Throws<ArgumentException>(() => new FunctionSelector([1, 2, 3]));
}
