using System.Collections.Immutable;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Rules;

/// <summary>Whether every board's pins can do what their signals ask of them. Each method names what is wrong, one line each.</summary>
public static class PinRules
{
    /// <summary>The order of the parameters of the firmware's <c>BoardPins</c>.</summary>
    public static ImmutableArray<string> FirmwareOrder { get; } =
        ["door", "motionInside", "motionOutside", "tamper", "help", "battery", "ledGreen", "ledRed"];

    public static IReadOnlyList<string> Check(PinMap map) =>
    [
        .. CheckNames(map),
        .. map.Boards.SelectMany(board => Check(map, board)),
    ];

    private static IEnumerable<string> Check(PinMap map, Board board)
    {
        foreach (var twice in board.Pins.GroupBy(pin => pin.Value.Gpio).Where(group => group.Skip(1).Any()))
        {
            yield return $"{board.Name}: GPIO{twice.Key} is given to {string.Join(" and ", twice.Select(pin => pin.Key))}";
        }

        foreach (var (name, pin) in board.Pins)
        {
            var signal = map.FindSignal(name);
            var chipPin = map.Chip.Find(pin.Gpio);
            if (signal is null || chipPin is null)
            {
                yield return $"{board.Name} {name}: the signal or GPIO{pin.Gpio} does not exist";
                continue;
            }

            foreach (var fault in FaultsOf(board, signal, chipPin).Concat(PullFaults(map, board, signal, chipPin)))
            {
                yield return $"{board.Name} {name} on GPIO{pin.Gpio}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(Board board, Signal signal, ChipPin pin)
    {
        if (pin.Reserved is { } reserved)
        {
            yield return $"is in use ({reserved})";
        }

        if (!board.HolesOf(pin.Gpio).Any())
        {
            yield return "is on no header";
        }

        if (board.OnBoard.FirstOrDefault(use => use.Gpio == pin.Gpio && use.Signal != signal.Name) is { } other)
        {
            yield return $"carries the board's {other.Use}";
        }

        foreach (var fault in CapabilityFaults(signal, pin))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> CapabilityFaults(Signal signal, ChipPin pin)
    {
        if (signal.Kind == Signal.Led && !pin.Output)
        {
            yield return "is input only";
        }

        if (pin.Strap is { } strap && strap != signal.Idle)
        {
            yield return $"is a strapping pin that must be {strap} at reset: {pin.StrapMeaning}";
        }

        if (signal.Kind == Signal.Battery && pin.FirstAdcChannel is null)
        {
            yield return "has no channel of ADC1, and ADC2 does not work beside Wi-Fi";
        }

        if (signal.Wakes && pin.Rtc is null)
        {
            yield return "is no RTC pin and cannot wake the chip";
        }

        if (signal.Kind is Signal.Contact or Signal.Pir && pin.Caution is { } caution)
        {
            yield return caution;
        }
    }

    /// <summary>A weak pull-up outside must win against the pull-down that the chip has there after reset.</summary>
    private static IEnumerable<string> PullFaults(PinMap map, Board board, Signal signal, ChipPin pin)
    {
        var chip = map.Chip;
        foreach (var variant in map.Variants)
        {
            if (pin.Reset == "pull-down" && variant.NetworkOf(signal.Name)?.PullUp is { } pullUp
                && chip.SupplyMillivolts * chip.InternalPullOhms / (chip.InternalPullOhms + pullUp.Ohms) < chip.InputHighMillivolts)
            {
                yield return $"is pulled down after reset, stronger than {pullUp.Value} in {variant.Name} of {board.Title}";
            }
        }
    }

    private static IEnumerable<string> CheckNames(PinMap map)
    {
        if (!FirmwareOrder.SequenceEqual(map.Signals.Select(signal => signal.Name), StringComparer.Ordinal))
        {
            yield return $"signals: must be {string.Join(", ", FirmwareOrder)}, in this order";
        }

        if (map.FindBoard(map.DefaultBoard) is null)
        {
            yield return $"defaultBoard: {map.DefaultBoard} is none of the boards";
        }

        foreach (var board in map.Boards)
        {
            foreach (var name in FirmwareOrder.Where(name => !board.Pins.ContainsKey(name)))
            {
                yield return $"{board.Name}: {name} has no pin";
            }
        }
    }
}
