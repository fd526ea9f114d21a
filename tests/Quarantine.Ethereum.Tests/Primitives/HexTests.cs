using FsCheck;
using FsCheck.Fluent;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Primitives;

public sealed class HexTests
{
    [Theory]
    [InlineData("0x0")]
    [InlineData("0x0g")]
    [InlineData("x00")]
    [InlineData(" 00")]
    [InlineData("0x0x00")]
    public void TryDecode_NotHexadecimal_IsFalse(string text)
    {
        Assert.False(Hex.TryDecode(text, out byte[]? _));
        Assert.Throws<FormatException>(() => Hex.Decode(text));
    }

    /// <summary>Law: decode(encode(x)) = x. 100 cases.</summary>
    [Fact]
    public void Decode_WhatWasEncoded_IsTheSame() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => Hex.Decode(Hex.Encode(bytes)).AsSpan().SequenceEqual(bytes)).QuickCheckThrowOnFailure();
}
