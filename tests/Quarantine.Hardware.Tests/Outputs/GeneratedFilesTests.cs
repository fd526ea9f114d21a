using Quarantine.Hardware.Outputs;
using Quarantine.Hardware.Pages;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Outputs;

public sealed class GeneratedFilesTests
{
    [Fact]
    public void Drifted_OfTheRepository_IsEmpty() => Assert.Empty(GeneratedFiles.Drifted(Hardware.Files));

    [Fact]
    public void Check_OfTheRepository_FindsNothing() => Assert.Empty(HardwareRules.Check(Hardware.Files));

    [Fact]
    public void Of_TheRepository_MakesAPictureOfEachVariantOnEachBoard()
    {
        var pictures = GeneratedFiles.Of(Hardware.Files).Select(file => file.Path).Where(path => path.EndsWith(".svg", StringComparison.Ordinal)).ToList();
        Assert.Equal(Hardware.Map.Variants.Count * Hardware.Map.Boards.Count, pictures.Count);
        Assert.Equal(pictures.Order(StringComparer.Ordinal), Directory.EnumerateFiles(Hardware.Files.PathOf(RepositoryFiles.SensorNode + "/wiring")).Select(file => Path.GetRelativePath(Hardware.Files.Root, file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Page_OfTheNode_ShowsEveryPictureAndBillAndTable()
    {
        var page = Hardware.Files.Read(RepositoryFiles.PagePath);
        var links = MarkdownLinks.LocalTargetsIn(page).ToList();
        foreach (var variant in Hardware.Map.Variants.Select(variant => variant.Name))
        {
            Assert.Contains($"bom/{variant}.csv", links);
            Assert.All(Hardware.Map.Boards, board => Assert.Contains($"wiring/{variant}.{board.Name}.svg", links));
        }

        Assert.Superset(
            new HashSet<string>(["circuits", "bills", "life", "forbidden-pins", .. Hardware.Map.Boards.Select(board => $"pins {board.Name}")], StringComparer.Ordinal),
            GeneratedBlocks.NamesIn(page).ToHashSet(StringComparer.Ordinal));
    }

    public static TheoryData<string> Paths => [.. GeneratedFiles.Of(Hardware.Files).Select(file => file.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Drifted_FileChangedByHand_IsNamed(string path)
    {
        using var copy = new HardwareCopy();
        copy.Change(path, content => content.Replace("18", "81", StringComparison.Ordinal));
        Assert.Equal([path], GeneratedFiles.Drifted(copy.Files));
    }

    [Fact]
    public void Drifted_DeletedFile_IsNamed()
    {
        using var copy = new HardwareCopy();
        File.Delete(copy.Files.PathOf(GeneratedFiles.FirmwarePath));
        Assert.Equal([GeneratedFiles.FirmwarePath], GeneratedFiles.Drifted(copy.Files));
    }

    [Fact]
    public void Drifted_PinMovedInTheMap_NamesFirmwarePicturesAndPage()
    {
        using var copy = new HardwareCopy();
        copy.Change(RepositoryFiles.PinMapPath, json => json.Replace("\"ledGreen\": { \"gpio\": 18, \"why\": \"plain output; neither", "\"ledGreen\": { \"gpio\": 21, \"why\": \"plain output; neither", StringComparison.Ordinal));
        var drifted = GeneratedFiles.Drifted(copy.Files);

        Assert.Contains(GeneratedFiles.FirmwarePath, drifted);
        Assert.Contains(RepositoryFiles.PagePath, drifted);
        Assert.All(Hardware.Map.Variants, variant => Assert.Contains(GeneratedFiles.WiringPath(variant.Name, "esp32-devkitc"), drifted));
        Assert.All(Hardware.Map.Variants, variant => Assert.DoesNotContain(GeneratedFiles.WiringPath(variant.Name, "firebeetle-2"), drifted));
    }

    [Fact]
    public void Drifted_FigureChangedInTheTables_NamesThePage()
    {
        using var copy = new HardwareCopy();
        copy.Change(RepositoryFiles.SensorNode + "/power/batteries.csv", csv => csv.Replace("LiPo 2000 mAh,2000", "LiPo 2000 mAh,2500", StringComparison.Ordinal));
        Assert.Equal([RepositoryFiles.PagePath], GeneratedFiles.Drifted(copy.Files));
    }

    [Fact]
    public void Check_RepositoryWithABrokenBill_NamesIt()
    {
        using var copy = new HardwareCopy();
        copy.Change(RepositoryFiles.SensorNode + "/bom/help.csv", csv => csv.Replace("B3F-4055,1,0.50", "B3F-4055,1,0.60", StringComparison.Ordinal));
        Assert.Contains(HardwareRules.Check(copy.Files), fault => fault.StartsWith("help: S4: the line's price", StringComparison.Ordinal));
    }

    [Fact]
    public void Solution_OfTheRepository_HoldsTheGenerator() =>
        Assert.Contains("hardware\\generator\\Quarantine.Hardware.csproj", Hardware.Files.Read("Quarantine.sln"), StringComparison.Ordinal);
}
