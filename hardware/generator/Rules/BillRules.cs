using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Parts;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Rules;

/// <summary>Whether a bill of materials is complete, adds up, and lists just the parts that the pin map connects.</summary>
public static class BillRules
{
    public static IReadOnlyList<string> Check(PinMap map, BillOfMaterials bill) =>
    [
        .. bill.Rows.SelectMany(row => RowFaults(map, row)).Select(fault => $"{bill.Variant}: {fault}"),
        .. SumFaults(map, bill).Select(fault => $"{bill.Variant}: {fault}"),
        .. map.Boards.SelectMany(board => PartFaults(map, bill, board)).Select(fault => $"{bill.Variant}: {fault}"),
    ];

    private static IEnumerable<string> RowFaults(PinMap map, BillRow row)
    {
        var name = string.Join(' ', row.References);
        var texts = new[] { row.Part, row.Manufacturer, row.PartNumber, row.SubstituteManufacturer, row.SubstitutePartNumber, row.Source };
        if (row.References.Count == 0 || texts.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"{name} {row.Part}: a field is empty";
        }

        if (row.Manufacturer == row.SubstituteManufacturer && row.PartNumber == row.SubstitutePartNumber)
        {
            yield return $"{name}: the substitute is the part itself";
        }

        if (row.Quantity != row.References.Count)
        {
            yield return $"{name}: quantity {row.Quantity} for {row.References.Count} references";
        }

        if (row.UnitPrice <= 0 || row.LinePrice != row.Quantity * row.UnitPrice)
        {
            yield return $"{name}: the line's price is not quantity times unit price";
        }

        if (row.Boards != BillRow.AllBoards && map.FindBoard(row.Boards) is null)
        {
            yield return $"{name}: {row.Boards} is no board";
        }

        if (row.Fit is not (BillRow.Standard or BillRow.OptionalFit))
        {
            yield return $"{name}: fit must be standard or optional";
        }
    }

    private static IEnumerable<string> SumFaults(PinMap map, BillOfMaterials bill)
    {
        foreach (var board in map.Boards.Select(board => board.Name))
        {
            foreach (var fit in new[] { BillRow.Standard, BillRow.OptionalFit })
            {
                var said = bill.Totals.SingleOrDefault(total => total.Board == board && total.Fit == fit);
                var sum = bill.SumFor(board, fit);
                if (said?.Price != sum)
                {
                    yield return $"the {fit} total for {board} is {sum}, the bill says {said?.Price.ToString() ?? "nothing"}";
                }
            }
        }
    }

    private static IEnumerable<string> PartFaults(PinMap map, BillOfMaterials bill, Board board)
    {
        var variant = map.Variants.Single(each => each.Name == bill.Variant);
        var expected = ConnectedParts.Of(variant, board);
        var listed = bill.Rows.Where(row => row.IsFor(board.Name)).SelectMany(row => row.References.Select(reference => (Reference: reference, Row: row))).ToList();
        foreach (var twice in listed.GroupBy(entry => entry.Reference, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"{twice.Key} is listed twice for {board.Name}";
        }

        foreach (var part in expected)
        {
            var row = listed.FirstOrDefault(entry => entry.Reference == part.Reference).Row;
            if (row is null)
            {
                yield return $"{part.Reference} is connected on {board.Name} and not listed";
            }
            else if (!Matches(row, part))
            {
                yield return $"{part.Reference} is {row.Part} {row.PartNumber}, the pin map has {part.Description}, {(part.Optional ? "optional" : "standard")}";
            }
        }

        var wired = listed.Where(entry => ConnectedParts.IsWired(entry.Reference)).Select(entry => entry.Reference);
        foreach (var loose in wired.Except(expected.Select(part => part.Reference), StringComparer.Ordinal))
        {
            yield return $"{loose} is listed for {board.Name} and connected to nothing";
        }
    }

    private static bool Matches(BillRow row, ConnectedPart part) =>
        (part.IsValue ? row.Part.EndsWith(" " + part.Description, StringComparison.Ordinal) : row.PartNumber == part.Description)
        && row.Fit == (part.Optional ? BillRow.OptionalFit : BillRow.Standard);
}
