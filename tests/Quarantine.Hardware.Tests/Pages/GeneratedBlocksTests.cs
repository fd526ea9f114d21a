using Quarantine.Hardware.Pages;

namespace Quarantine.Hardware.Tests.Pages;

public sealed class GeneratedBlocksTests
{
    [Fact]
    public void Fill_PageWithBlocks_ReplacesTheirContentOnly() => Assert.Equal(
        "before\n<!-- generated: a b -->\nNEW a b\n<!-- end -->\nbetween\n<!-- generated: c -->\nNEW c\n<!-- end -->\nafter\n",
        GeneratedBlocks.Fill("before\n<!-- generated: a b -->\nold\n<!-- end -->\nbetween\n<!-- generated: c -->\n<!-- end -->\nafter\n", name => $"NEW {name}\n"));

    [Fact]
    public void Fill_PageWithoutBlocks_IsUnchanged() => Assert.Equal("plain <!-- end -->", GeneratedBlocks.Fill("plain <!-- end -->", name => name));

    [Theory]
    [InlineData("<!-- generated: a -->\nold\n")]
    [InlineData("<!-- generated: a \nold\n<!-- end -->\n")]
    public void Fill_BlockThatIsNotClosed_IsRefused(string page) => Assert.Throws<FormatException>(() => GeneratedBlocks.Fill(page, name => name));

    [Fact]
    public void Of_CellWithABar_IsEscaped() => Assert.Equal("| a |\n| --- |\n| 1 \\| 2 |\n", MarkdownTable.Of(["a"], [["1 | 2"]]));
}
