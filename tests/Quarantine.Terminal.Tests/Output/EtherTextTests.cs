using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Tests.Output;

public sealed class EtherTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "1000000000000000000")]
    [InlineData("0.05", "50000000000000000")]
    [InlineData("0.000000000000000001", "1")]
    [InlineData("123456789.5", "123456789500000000000000000")]
    public void TryParse_AnAmount_IsExactInWei(string text, string wei)
    {
        Assert.True(EtherText.TryParse(text, out var parsed));
        Assert.Equal(BigInteger.Parse(wei), parsed);
        Assert.Equal(text, EtherText.Of(parsed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData("1e3")]
    [InlineData("1,5")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("0x10")]
    [InlineData("٣")]
    [InlineData("0.0000000000000000001")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(EtherText.TryParse(text, out _));

    [Fact]
    public void Of_AnyWei_IsReadBack() => Prop.ForAll<ulong, ulong>((high, low) =>
    {
        var wei = ((BigInteger)high << 64) | low;
        Assert.True(EtherText.TryParse(EtherText.Of(wei), out var parsed));
        Assert.Equal(wei, parsed);
        Assert.Equal(wei.IsZero ? "0" : $"-{EtherText.Of(wei)}", EtherText.Of(-wei));
    }).QuickCheckThrowOnFailure();
}
