using Quarantine.Hardware.Drawings;
using Quarantine.Hardware.Outputs;

namespace Quarantine.Hardware.Rules;

/// <summary>All rules over the repository's hardware.</summary>
public static class HardwareRules
{
    public static IReadOnlyList<string> Check(RepositoryFiles files)
    {
        var map = files.ReadPinMap();
        return
        [
            .. PinRules.Check(map),
            .. CircuitRules.Check(map),
            .. files.ReadBills(map).SelectMany(bill => BillRules.Check(map, bill)),
            .. PowerRules.Check(map, files.ReadPower()),
            .. map.Boards.SelectMany(board => map.Variants.SelectMany(variant =>
                DrawingRules.Check(WiringDrawing.Of(map, variant, board)).Select(fault => $"wiring {variant.Name} {board.Name}: {fault}"))),
        ];
    }
}
