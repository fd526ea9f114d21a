using FsCheck;
using FsCheck.Fluent;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Tests.Output;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("Wang Fang", "Wang Fang")]
    [InlineData("王芳", "王芳")]
    [InlineData("𠮷野", "𠮷野")]
    [InlineData("Zoë Ångström, 3½ °C", "Zoë Ångström, 3½ °C")]
    [InlineData("\u001b[2J\u001b]0;owned\u0007", "\uFFFD[2J\uFFFD]0;owned\uFFFD")]
    [InlineData("a\nb\tc\r", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("\u202Eevil", "\uFFFDevil")]
    [InlineData("zero\u200Bwidth", "zero\uFFFDwidth")]
    [InlineData("\u2028", "\uFFFD")]
    public void Of_TextOfAStranger_KeepsLettersOnly(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    [Fact]
    public void Of_HalfASurrogatePair_IsReplaced() => Assert.Equal("a\uFFFDb", PlainText.Of("a\ud83db"));

    [Fact]
    public void Of_AnyText_HasNoControlCharacterAndIsStable() => Prop.ForAll<string>(text =>
    {
        var plain = PlainText.Of(text ?? "");
        Assert.DoesNotContain(plain, char.IsControl);
        Assert.Equal(plain, PlainText.Of(plain));
    }).QuickCheckThrowOnFailure();
}
