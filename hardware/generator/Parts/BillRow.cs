namespace Quarantine.Hardware.Parts;

/// <summary>One line of a bill of materials.</summary>
/// <param name="References">As in the drawings and <c>pinmap.json</c>.</param>
/// <param name="Boards"><c>all</c>, or the name of the board that needs the part.</param>
/// <param name="Fit"><c>standard</c> or <c>optional</c>.</param>
public sealed record BillRow(
    IReadOnlyList<string> References,
    string Boards,
    string Fit,
    string Part,
    string Manufacturer,
    string PartNumber,
    int Quantity,
    decimal UnitPrice,
    decimal LinePrice,
    string SubstituteManufacturer,
    string SubstitutePartNumber,
    string Source)
{
    public const string AllBoards = "all";
    public const string Standard = "standard";
    public const string OptionalFit = "optional";

    public bool IsFor(string board) => Boards == AllBoards || Boards == board;
}
