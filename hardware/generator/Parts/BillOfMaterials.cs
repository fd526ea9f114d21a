using System.Globalization;
using Quarantine.Hardware.Tables;

namespace Quarantine.Hardware.Parts;

/// <summary>The parts of one variant, in EUR.</summary>
public sealed record BillOfMaterials(string Variant, IReadOnlyList<BillRow> Rows, IReadOnlyList<BillTotal> Totals)
{
    private const string TotalMark = "total";

    public static BillOfMaterials Read(string variant, string csv)
    {
        var rows = Csv.Read(csv);
        return new BillOfMaterials(
            variant,
            [.. rows.Where(row => row["reference"] != TotalMark).Select(RowOf)],
            [.. rows.Where(row => row["reference"] == TotalMark).Select(row => new BillTotal(row["boards"], row["fit"], Price(row["line_price_eur"])))]);
    }

    /// <summary>The sum of the lines for a board.</summary>
    public decimal SumFor(string board, string fit) =>
        Rows.Where(row => row.IsFor(board) && (fit == BillRow.OptionalFit || row.Fit == BillRow.Standard)).Sum(row => row.Quantity * row.UnitPrice);

    private static BillRow RowOf(IReadOnlyDictionary<string, string> row) => new(
        row["reference"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row["boards"],
        row["fit"],
        row["part"],
        row["manufacturer"],
        row["part_number"],
        int.Parse(row["quantity"], CultureInfo.InvariantCulture),
        Price(row["unit_price_eur"]),
        Price(row["line_price_eur"]),
        row["substitute_manufacturer"],
        row["substitute_part_number"],
        row["source"]);

    private static decimal Price(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
