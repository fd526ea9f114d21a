using System.Globalization;
using Quarantine.Hardware.Parts;

namespace Quarantine.Hardware.Pages;

/// <summary>What the parts of each variant cost.</summary>
public static class BillTable
{
    public static string Of(IEnumerable<BillOfMaterials> bills) => MarkdownTable.Of(
        ["bill", "board", "standard", "with everything optional"],
        bills.SelectMany(bill => bill.Totals.Select(total => total.Board).Distinct(StringComparer.Ordinal).Select(board => RowOf(bill, board))));

    private static IReadOnlyList<string> RowOf(BillOfMaterials bill, string board) =>
        [$"[{bill.Variant}](bom/{bill.Variant}.csv)", board, Price(bill, board, BillRow.Standard), Price(bill, board, BillRow.OptionalFit)];

    private static string Price(BillOfMaterials bill, string board, string fit) =>
        bill.SumFor(board, fit).ToString("0.00", CultureInfo.InvariantCulture) + " EUR";
}
