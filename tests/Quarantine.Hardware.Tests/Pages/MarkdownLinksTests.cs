using Quarantine.Hardware.Pages;
using Quarantine.TestKit;

namespace Quarantine.Hardware.Tests.Pages;

public sealed class MarkdownLinksTests
{
    private static readonly string[] Foreign = ["artifacts", "node_modules", ".git", "bin", "obj"];

    public static TheoryData<string> Files => [.. MarkdownFiles()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Links_OfAPage_LeadSomewhere(string file)
    {
        var path = Path.Combine(RepositoryRoot.Path, file);
        var page = File.ReadAllText(path);
        Assert.Empty(MarkdownLinks.Broken(page, Path.GetDirectoryName(path)!));
        Assert.Empty(MarkdownLinks.BrokenAnchors(page));
    }

    [Fact]
    public void Broken_PageWithLinks_NamesThoseThatLeadNowhere() => Assert.Equal(
        ["missing.md", "README.md#part", "no/folder/", "gone.svg", "README.mdx#part"],
        MarkdownLinks.Broken(
            "[a](missing.md) [b](README.md) [c](README.md#part) [k](README.md#the-tree) [d](no/folder/) ![e](gone.svg) [f](https://example.org/x) [g](hardware/) [h](README.mdx#part) `[i](code.md)`\n```\n[j](block.md)\n```\n",
            RepositoryRoot.Path));

    [Fact]
    public void BrokenAnchors_PageWithHeadings_NamesThoseWithoutOne() => Assert.Equal(
        ["#power"],
        MarkdownLinks.BrokenAnchors("# A page: of pins\n\n## Why `this` pin\n\n[a](#a-page-of-pins) [b](#why-this-pin) [c](#power)\n"));

    [Fact]
    public void Files_OfTheRepository_HoldTheHardwaresPages()
    {
        Assert.Contains("hardware/README.md", MarkdownFiles());
        Assert.Contains("hardware/sensor-node/README.md", MarkdownFiles());
        Assert.Contains("README.md", MarkdownFiles());
    }

    private static IEnumerable<string> MarkdownFiles() => Directory.EnumerateFiles(RepositoryRoot.Path, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file))
        .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(Foreign).Any())
        .Order(StringComparer.Ordinal);
}
