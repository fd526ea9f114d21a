using System.Xml.Linq;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.Layout;

/// <summary>Dependencies run one way: programs never reference each other, libraries reference downwards only.</summary>
public sealed class ProjectReferenceTests
{
    /// <summary>Libraries from the bottom up; each may use those before it.</summary>
    private static readonly string[] Libraries =
        ["Quarantine.Ethereum", "Quarantine.RingSignatures", "Quarantine.Messages", "Quarantine.Chain", "Quarantine.Terminal"];

    public static TheoryData<string> Projects => [.. ProductFiles().Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void References_OfAProject_PointDownwards(string project)
    {
        var own = Array.IndexOf(Libraries, project);
        foreach (var reference in ReferencesOf(project).Where(name => name != "Quarantine.Firmware.Core"))
        {
            var other = Array.IndexOf(Libraries, reference);
            Assert.True(other >= 0, $"{project} references {reference}, which is no library.");
            Assert.True(own < 0 || other < own, $"{project} references {reference}, which is not below it.");
        }
    }

    [Fact]
    public void Core_OfTheFirmware_ReferencesNothing() => Assert.Empty(ReferencesOf("Quarantine.Firmware.Core"));

    [Fact]
    public void Ethereum_TheGenericLibrary_KnowsNothingOfQuarantine()
    {
        var words = new[] { "VirtualHouseNumber", "CommunityRegistry", "RingSignature", "IntervalSummary" };
        var folder = Path.Combine(RepositoryRoot.Path, "host", "Quarantine.Ethereum");
        foreach (var file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        {
            var text = File.ReadAllText(file);
            Assert.DoesNotContain(words, word => text.Contains(word, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Solution_ClassicFormat_HoldsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "Quarantine.sln"));
        Assert.All(AllFiles(), file => Assert.Contains(Path.GetFileName(file), solution, StringComparison.Ordinal));
    }

    private static IEnumerable<string> ReferencesOf(string project) =>
        XDocument.Load(ProductFiles().Single(file => Path.GetFileNameWithoutExtension(file) == project))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static IEnumerable<string> ProductFiles() => Files("host").Concat(Files("firmware"));

    private static IEnumerable<string> AllFiles() => ProductFiles().Concat(Files("tests"));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, folder), "*.csproj", SearchOption.AllDirectories);
}
