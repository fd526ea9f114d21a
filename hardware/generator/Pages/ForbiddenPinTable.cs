using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Pages;

/// <summary>The pins that no signal may have, and why.</summary>
public static class ForbiddenPinTable
{
    public static string Of(Chip chip) => MarkdownTable.Of(
        ["GPIO", "at reset", "why not"],
        chip.Pins.Where(pin => (pin.Reserved ?? pin.Strap ?? pin.Caution) is not null).GroupBy(ReasonOf, StringComparer.Ordinal).Select(RowOf));

    private static IReadOnlyList<string> RowOf(IGrouping<string, ChipPin> group) =>
        [string.Join(", ", group.Select(pin => pin.Gpio)), string.Join(", ", group.Select(pin => pin.Reset).Distinct(StringComparer.Ordinal)), group.Key];

    private static string ReasonOf(ChipPin pin) => pin switch
    {
        { Reserved: { } reserved } => reserved,
        { Strap: { } strap } => $"strapping pin, must be {strap} at reset: {pin.StrapMeaning}",
        _ => pin.Caution ?? string.Empty,
    };
}
