using Quarantine.Hardware.Pins;
using Quarantine.Hardware.Rules;

namespace Quarantine.Hardware.Pages;

/// <summary>One board's pins, with what each can do and why it was taken.</summary>
public static class PinTable
{
    public static string Of(PinMap map, Board board) => MarkdownTable.Of(
        ["signal", "GPIO", "hole", "label", "level", "the pin can", "in", "why"],
        PinRules.FirmwareOrder.Select(name => RowOf(map, board, name)));

    private static IReadOnlyList<string> RowOf(PinMap map, Board board, string name)
    {
        var pin = board.Pins[name];
        var hole = board.HolesOf(pin.Gpio).First();
        return
        [
            $"`{name}`",
            $"{pin.Gpio}",
            $"{hole.Header} {hole.Position}",
            $"`{hole.Label}`",
            map.FindSignal(name)!.Meaning,
            Capabilities(map.Chip.Find(pin.Gpio)!),
            string.Join(", ", map.Variants.Where(variant => variant.NetworkOf(name) is not null).Select(variant => variant.Name)),
            pin.Why,
        ];
    }

    private static string Capabilities(ChipPin pin) => string.Join(
        ", ",
        new[]
        {
            pin.Output ? "in, out" : "in only",
            pin.Adc,
            pin.Rtc is { } rtc ? $"RTC_GPIO{rtc} (wakes)" : null,
            pin.Reset == ChipPin.NoPull ? null : $"{pin.Reset} after reset",
        }.OfType<string>());
}
