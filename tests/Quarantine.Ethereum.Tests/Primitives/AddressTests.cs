using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Tests.Primitives;

public sealed class AddressTests
{
    /// <summary>The test cases of EIP-55.</summary>
    [Theory]
    [InlineData("0x52908400098527886E0F7030069857D2E4169EE7")]
    [InlineData("0x8617E340B3D01FA5F11F306F4090FD50E238070D")]
    [InlineData("0xde709f2102306220921060314715629080e2fb77")]
    [InlineData("0x27b1fdb04752bbc536007a920d24acb045561c26")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")]
    [InlineData("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359")]
    [InlineData("0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB")]
    [InlineData("0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb")]
    public void ToString_CasesOfTheEip_HaveItsChecksum(string text)
    {
        Assert.Equal(text, Address.Parse(text).ToString());
        Assert.Equal(text, Address.Parse("0x" + text[2..].ToLowerInvariant()).ToString());
        Assert.Equal(text, Address.Parse("0x" + text[2..].ToUpperInvariant()).ToString());
    }

    [Fact]
    public void TryParse_EachLetterInTheOtherCase_IsRefused()
    {
        const string Text = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
        for (var i = 2; i < Text.Length; i++)
        {
            if (char.IsAsciiLetter(Text[i]))
            {
                Assert.False(Address.TryParse($"{Text[..i]}{(char)(Text[i] ^ 0x20)}{Text[(i + 1)..]}", out _));
            }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed0")]
    [InlineData("0xgggggggggggggggggggggggggggggggggggggggg")]
    public void TryParse_NotAnAddress_IsFalse(string? text) => Assert.False(Address.TryParse(text, out _));

    [Fact]
    public void TryFromWord_HighBytesNotZero_IsFalse()
    {
        var address = Address.Parse("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
        Assert.True(Address.TryFromWord(address.ToWord(), out var same));
        Assert.Equal(address, same);
        var word = address.ToWord().ToArray();
        word[11] = 1;
        Assert.False(Address.TryFromWord(new Bytes32(word), out _));
    }
}
