using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>The project files of the nanoFramework project system, which nothing here can build.</summary>
public sealed partial class NanoProjectTests
{
    private static readonly string CoreProjitems = Path.Combine(NanoSources.Firmware, "Core", "Core.projitems");

    public static TheoryData<string> Projects => [.. ProjectFiles()];

    private static IEnumerable<string> ProjectFiles() =>
        Directory.EnumerateFiles(NanoSources.Firmware, "*.nfproj", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(NanoSources.Firmware, file)).Order(StringComparer.Ordinal);

    [Fact]
    public void Firmware_Projects_AreTheImageAndItsTests() =>
        Assert.Equal(["Core.Tests.Nano/Quarantine.Firmware.Core.Tests.Nano.nfproj", "Node/Quarantine.Firmware.Node.nfproj"], ProjectFiles());

    [Fact]
    public void Projitems_ListsEveryFileOnce() =>
        Assert.Equal(FilesOf("Core"), Compiled(XDocument.Load(CoreProjitems)).Select(file => file.Replace("$(MSBuildThisFileDirectory)", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Files_AreListedEachOnceAndExist(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        var document = Load(project);
        Assert.Equal(FilesOf(folder), Compiled(document).Order(StringComparer.Ordinal));
        Assert.All(Items(document, "None"), file => Assert.True(File.Exists(Path.Combine(NanoSources.Firmware, folder, file)), file));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Imports_TheProjectSystemAndTheCore(string project)
    {
        var imports = Load(project).Descendants().Where(element => element.Name.LocalName == "Import").Select(element => element.Attribute("Project")!.Value);
        Assert.Equal(
            [
                "$(NanoFrameworkProjectSystemPath)NFProjectSystem.Default.props",
                "$(NanoFrameworkProjectSystemPath)NFProjectSystem.props",
                @"..\Core\Core.projitems",
                "$(NanoFrameworkProjectSystemPath)NFProjectSystem.CSharp.targets",
            ],
            imports);
        Assert.True(File.Exists(CoreProjitems));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_References_AreThePackagesAtTheirVersions(string project)
    {
        var packages = PackagesOf(project);
        var references = Load(project).Descendants().Where(element => element.Name.LocalName == "HintPath").Select(hint => HintPath().Match(hint.Value)).ToList();
        Assert.All(references, reference => Assert.True(reference.Success));
        Assert.Equal(packages.Order(), references.Select(reference => (reference.Groups["id"].Value, reference.Groups["version"].Value)).Distinct().Order());
        Assert.All(Load(project).Descendants().Where(element => element.Name.LocalName == "Reference"), reference =>
            Assert.EndsWith(reference.Attribute("Include")!.Value, Path.GetFileNameWithoutExtension(reference.Value.Trim().Replace('\\', '/')), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_Packages_AreThoseOfTheSurface(string project)
    {
        var stated = Stated();
        var packages = PackagesOf(project);
        Assert.All(packages.Where(package => stated.ContainsKey(package.Id)), package => Assert.Equal(stated[package.Id], package.Version));
        Assert.Equal(packages.Count, packages.Select(package => package.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("Node")]
    [InlineData("Core.Tests.Nano")]
    public void Project_NamespacesUsed_ComeFromPackagesThatItReferences(string folder)
    {
        var trees = NanoSources.In(Path.Combine(NanoSources.Firmware, "Core")).Concat(NanoSources.In(Path.Combine(NanoSources.Firmware, folder))).Select(NanoCompiler.Parse).ToList();
        var compilation = NanoCompiler.Compile(trees);
        var used = trees.SelectMany(tree => SurfaceUse.Packages(tree, compilation.GetSemanticModel(tree))).Distinct().Order();
        var referenced = PackagesOf(ProjectFiles().Single(project => project.StartsWith(folder + "/", StringComparison.Ordinal))).Select(package => package.Id);
        Assert.Subset(referenced.ToHashSet(StringComparer.Ordinal), used.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Surface_PackagesStated_HaveOneVersionEach() => Assert.NotEmpty(Stated());

    [Fact]
    public void Solution_Projects_ExistUnderTheirIds()
    {
        var solution = File.ReadAllText(Path.Combine(NanoSources.Firmware, "Quarantine.Firmware.sln"));
        var entries = SolutionEntry().Matches(solution);
        Assert.Equal(ProjectFiles(), entries.Select(entry => entry.Groups["path"].Value.Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.All(entries, entry =>
        {
            var project = Load(entry.Groups["path"].Value.Replace('\\', '/'));
            Assert.Equal(entry.Groups["id"].Value, Property(project, "ProjectGuid"));
            Assert.Equal("v1.0", Property(project, "TargetFrameworkVersion"));
        });
    }

    [Fact]
    public void TestProject_Assembly_HasTheNameThatTheLauncherLoads() =>
        Assert.Equal("NFUnitTest", Property(Load("Core.Tests.Nano/Quarantine.Firmware.Core.Tests.Nano.nfproj"), "AssemblyName"));

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(NanoSources.Firmware, project));

    private static string Property(XDocument project, string name) => project.Descendants().Single(element => element.Name.LocalName == name).Value;

    private static IEnumerable<string> FilesOf(string folder) =>
        NanoSources.In(Path.Combine(NanoSources.Firmware, folder)).Select(file => Path.GetRelativePath(Path.Combine(NanoSources.Firmware, folder), file)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Compiled(XDocument project) => Items(project, "Compile");

    private static IEnumerable<string> Items(XDocument project, string kind) =>
        project.Descendants().Where(element => element.Name.LocalName == kind).Select(element => element.Attribute("Include")!.Value.Replace('\\', '/'));

    private static List<(string Id, string Version)> PackagesOf(string project)
    {
        var file = Path.Combine(NanoSources.Firmware, Path.GetDirectoryName(project)!, "packages.config");
        var packages = XDocument.Load(file).Descendants("package").ToList();
        Assert.All(packages, package => Assert.Equal("netnano1.0", package.Attribute("targetFramework")!.Value));
        return [.. packages.Select(package => (package.Attribute("id")!.Value, package.Attribute("version")!.Value))];
    }

    private static Dictionary<string, string> Stated() => NanoSources.In(NanoSources.Surface)
        .Select(file => NanoSurfaceTests.Stated().Match(File.ReadLines(file).First()))
        .Select(match => (Id: match.Groups["id"].Value, Version: match.Groups["version"].Value))
        .Distinct()
        .ToDictionary(stated => stated.Id, stated => stated.Version, StringComparer.Ordinal);

    [GeneratedRegex(@"^\.\.\\packages\\(?<id>nanoFramework\.[A-Za-z0-9.]*[A-Za-z][A-Za-z0-9]*)\.(?<version>\d+\.\d+\.\d+)\\lib\\[A-Za-z0-9.]+\.(dll|exe)$")]
    private static partial Regex HintPath();

    [GeneratedRegex(@"^Project\(""\{11A8DD76-328B-46DF-9F39-F559912D0360\}""\) = ""[^""]+"", ""(?<path>[^""]+)"", ""(?<id>\{[0-9A-F-]+\})""", RegexOptions.Multiline)]
    private static partial Regex SolutionEntry();
}
