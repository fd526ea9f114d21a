using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Rules;

/// <summary>Whether the parts around the pins keep levels, times and currents within what chip, firmware and battery allow.</summary>
public static class CircuitRules
{
    /// <summary>How long a contact must rest until the firmware believes it; a slower edge would be a bounce of its own.</summary>
    public const double DebounceMilliseconds = 50;

    /// <summary>Of a PIR's output (Panasonic EKMC).</summary>
    public const double PirOutputMicroamperes = 100;

    /// <summary>What a PIR's output loses below its supply (Panasonic EKMC).</summary>
    public const double PirDropMillivolts = 500;

    /// <summary>Resistors of 1 % and capacitors of 10 % with another 15 % over temperature (X7R).</summary>
    public const double Tolerance = 1.01 * 1.10 * 1.15;

    private const double SleepLimitMicroamperes = 5;

    public static IReadOnlyList<string> Check(PinMap map) =>
    [
        .. map.Variants.SelectMany(variant => Check(map, variant)),
        .. map.Boards.SelectMany(board => CheckBattery(map.Chip, board)),
    ];

    private static IEnumerable<string> Check(PinMap map, Variant variant)
    {
        foreach (var twice in variant.Networks.GroupBy(network => network.Signal, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"{variant.Name}: {twice.Key} is connected twice";
        }

        foreach (var twice in variant.Networks.SelectMany(network => network.References).GroupBy(reference => reference, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
        {
            yield return $"{variant.Name}: {twice.Key} is used twice";
        }

        foreach (var network in variant.Networks)
        {
            foreach (var fault in FaultsOf(map, variant, network))
            {
                yield return $"{variant.Name} {network.Signal}: {fault}";
            }
        }
    }

    private static IEnumerable<string> FaultsOf(PinMap map, Variant variant, Network network) => map.FindSignal(network.Signal)?.Kind switch
    {
        Signal.Contact => ContactFaults(map.Chip, variant, network),
        Signal.Pir => PirFaults(map.Chip, network),
        Signal.Led => network is { Device: not null, Series: not null } ? [] : ["a light needs a device and a series resistor"],
        Signal.Battery => variant.Sleeps ? [] : ["a node on mains has no battery"],
        _ => ["is no signal"],
    };

    private static IEnumerable<string> ContactFaults(Chip chip, Variant variant, Network network)
    {
        if (network is not { Device: { } device, PullUp: not null, Series: not null, Capacitor: not null })
        {
            return ["a contact needs a device, pullUp, series and capacitor"];
        }

        var circuit = ContactCircuit.Of(chip, network);
        return EdgeFaults(chip, circuit).Concat(CurrentFaults(circuit, device, restsClosed: variant.Sleeps && !network.NormallyOpen));
    }

    private static IEnumerable<string> EdgeFaults(Chip chip, ContactCircuit circuit)
    {
        if (circuit.ToHighMilliseconds * Tolerance >= DebounceMilliseconds)
        {
            yield return $"takes {Quantity.Milliseconds(circuit.ToHighMilliseconds * Tolerance)} to rise, longer than the debounce";
        }

        if (circuit.OpenMillivolts < chip.InputHighMillivolts)
        {
            yield return $"an open contact gives {Quantity.Volts(circuit.OpenMillivolts)}, which is no high level";
        }
    }

    private static IEnumerable<string> CurrentFaults(ContactCircuit circuit, Device device, bool restsClosed)
    {
        if (restsClosed && circuit.ClosedMicroamperes > SleepLimitMicroamperes)
        {
            yield return $"draws {Quantity.Microamperes(circuit.ClosedMicroamperes)} in sleep, more than {SleepLimitMicroamperes} µA";
        }

        // A contact that rests closed on a battery gets its load as the capacitor's discharge, at each closing.
        var load = restsClosed ? circuit.PeakMilliamperes * 1000 : circuit.ClosedMicroamperes;
        if (load < device.MinimumLoadMicroamperes)
        {
            yield return $"gives {device.Reference} {Quantity.Microamperes(load)}, less than its minimum load";
        }
    }

    private static IEnumerable<string> PirFaults(Chip chip, Network network)
    {
        if (network is not { Device: not null, PullDown: { } pullDown, Series: not null })
        {
            yield return "a PIR needs a device, pullDown and series";
            yield break;
        }

        if (chip.SupplyMillivolts * 1000 / pullDown.Ohms > PirOutputMicroamperes)
        {
            yield return $"{pullDown.Value} asks more of the PIR than {PirOutputMicroamperes} µA";
        }

        if (chip.SupplyMillivolts - PirDropMillivolts < chip.InputHighMillivolts)
        {
            yield return "the PIR's high level is none for the chip";
        }
    }

    private static IEnumerable<string> CheckBattery(Chip chip, Board board)
    {
        var battery = board.Battery;
        if (battery.ExactPercent is { } exact && Math.Abs(exact - battery.Percent) > 0.5)
        {
            yield return $"{board.Name} battery: the divider leaves {exact:0.0} %, not {battery.Percent}";
        }

        if (battery.MaximumMillivolts * battery.Percent / 100 > chip.AdcMaximumMillivolts)
        {
            yield return $"{board.Name} battery: a full battery is above what the converter measures well";
        }
    }
}
