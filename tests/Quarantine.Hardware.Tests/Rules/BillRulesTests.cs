using Quarantine.Hardware.Parts;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Tests.Rules;

public sealed class BillRulesTests
{
    public static TheoryData<string> Variants => [.. Hardware.Map.Variants.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void Check_OfTheRepository_FindsNothing(string variant) => Assert.Empty(BillRules.Check(Hardware.Map, Bill(variant)));

    [Theory]
    [InlineData("part number", "S1", "a field is empty")]
    [InlineData("substitute", "S1", "a field is empty")]
    [InlineData("source", "S1", "a field is empty")]
    [InlineData("same substitute", "S1", "the substitute is the part itself")]
    [InlineData("quantity", "S1", "quantity 2 for 1 references")]
    [InlineData("line", "S1", "the line's price is not quantity times unit price")]
    [InlineData("free", "S1", "the line's price is not quantity times unit price")]
    [InlineData("board", "S1", "arduino is no board")]
    [InlineData("fit", "S1", "fit must be standard or optional")]
    [InlineData("optional", "S1", "the pin map has 59140-1-S-05-A, standard")]
    [InlineData("other part", "S1", "the pin map has 59140-1-S-05-A")]
    [InlineData("other value", "R1", "the pin map has 10 kΩ")]
    public void Check_BrokenRow_IsNamed(string what, string reference, string fault)
    {
        var bill = Bill("door-motion");
        bill = bill with { Rows = [.. bill.Rows.Select(row => row.References.Contains(reference) ? Broken(row, what) : row)] };
        Assert.Contains(BillRules.Check(Hardware.Map, bill), found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Check_MissingRow_IsNamed()
    {
        var bill = Bill("help");
        bill = bill with { Rows = [.. bill.Rows.Where(row => !row.References.Contains("R13"))] };
        var faults = BillRules.Check(Hardware.Map, bill);

        Assert.Contains("help: R13 is connected on esp32-devkitc and not listed", faults);
        Assert.Contains(faults, fault => fault.Contains("the standard total for firebeetle-2", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_PartThatIsConnectedToNothing_IsNamed()
    {
        var bill = Bill("door");
        var extra = bill.Rows[^1] with { References = ["R99"] };
        Assert.Contains("door: R99 is listed for firebeetle-2 and connected to nothing", BillRules.Check(Hardware.Map, bill with { Rows = [.. bill.Rows, extra] }));
    }

    [Fact]
    public void Check_PartListedTwice_IsNamed()
    {
        var bill = Bill("door");
        Assert.Contains("door: S1 is listed twice for firebeetle-2", BillRules.Check(Hardware.Map, bill with { Rows = [.. bill.Rows, bill.Rows.First(row => row.References.Contains("S1"))] }));
    }

    [Fact]
    public void Check_WrongTotal_IsNamed()
    {
        var bill = Bill("help");
        var wrong = bill.Totals.Select(total => total with { Price = total.Price + 0.01m });
        Assert.Equal(4, BillRules.Check(Hardware.Map, bill with { Totals = [.. wrong] }).Count);
    }

    private static BillOfMaterials Bill(string variant) => Hardware.Files.ReadBills(Hardware.Map).Single(bill => bill.Variant == variant);

    private static BillRow Broken(BillRow row, string what) => what switch
    {
        "part number" => row with { PartNumber = "" },
        "substitute" => row with { SubstitutePartNumber = " " },
        "source" => row with { Source = "" },
        "same substitute" => row with { SubstituteManufacturer = row.Manufacturer, SubstitutePartNumber = row.PartNumber },
        "quantity" => row with { Quantity = 2, LinePrice = 2 * row.UnitPrice },
        "line" => row with { LinePrice = row.LinePrice + 1 },
        "free" => row with { UnitPrice = 0, LinePrice = 0 },
        "board" => row with { Boards = "arduino" },
        "fit" => row with { Fit = "perhaps" },
        "optional" => row with { Fit = BillRow.OptionalFit },
        "other part" => row with { PartNumber = "59140-2" },
        _ => row with { Part = "metal film resistor 1 % 0.25 W 110 kΩ" },
    };
}
