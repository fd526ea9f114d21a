using Quarantine.Hardware.Drawings;
using Quarantine.Hardware.Firmware;
using Quarantine.Hardware.Pages;

namespace Quarantine.Hardware.Outputs;

/// <summary>Everything that follows from the pin map and the tables.</summary>
public static class GeneratedFiles
{
    public const string FirmwarePath = "firmware/Node/Boards/BoardPins.Generated.cs";

    /// <summary>Path and content of each file, as they must be.</summary>
    public static IReadOnlyList<(string Path, string Content)> Of(RepositoryFiles files)
    {
        var map = files.ReadPinMap();
        return
        [
            (FirmwarePath, BoardPinsSource.Of(map)),
            .. map.Boards.SelectMany(board => map.Variants.Select(variant => (WiringPath(variant.Name, board.Name), Svg.Of(WiringDrawing.Of(map, variant, board))))),
            (RepositoryFiles.PagePath, PageOf(files)),
        ];
    }

    /// <summary>The files that are not as they must be.</summary>
    public static IReadOnlyList<string> Drifted(RepositoryFiles files) =>
        [.. Of(files).Where(file => !files.Exists(file.Path) || files.Read(file.Path) != file.Content).Select(file => file.Path)];

    public static string WiringPath(string variant, string board) => $"{RepositoryFiles.SensorNode}/wiring/{variant}.{board}.svg";

    private static string PageOf(RepositoryFiles files)
    {
        var map = files.ReadPinMap();
        var power = files.ReadPower();
        var bills = files.ReadBills(map);
        return GeneratedBlocks.Fill(files.Read(RepositoryFiles.PagePath), name => name.Split(' ') switch
        {
            ["pins", var board] => PinTable.Of(map, map.FindBoard(board) ?? throw new FormatException($"{name}: no such board")),
            ["forbidden-pins"] => ForbiddenPinTable.Of(map.Chip),
            ["circuits"] => CircuitTable.Of(map),
            ["bills"] => BillTable.Of(bills),
            ["phases", var board, var variant] => PowerPages.Phases(power, board, variant),
            ["life"] => PowerPages.Life(power),
            _ => throw new FormatException($"Nothing generates the block '{name}'."),
        });
    }
}
