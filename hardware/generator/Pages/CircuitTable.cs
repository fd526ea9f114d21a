using Quarantine.Hardware.Circuits;
using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Pages;

/// <summary>The contacts' circuits, calculated.</summary>
public static class CircuitTable
{
    public static string Of(PinMap map) => MarkdownTable.Of(
        ["variant", "contact", "Rp", "Rs", "C", "current closed", "peak at closing", "τ", "to high", "open level", "leak that still reads open"],
        map.Variants.SelectMany(variant => variant.Networks.Where(network => network.PullUp is not null).Select(network => RowOf(map.Chip, variant, network))));

    private static IReadOnlyList<string> RowOf(Chip chip, Variant variant, Network network)
    {
        var circuit = ContactCircuit.Of(chip, network);
        return
        [
            variant.Name,
            $"{network.Signal} {network.Device!.Reference}",
            $"{network.PullUp!.Reference} {network.PullUp.Value}",
            $"{network.Series!.Reference} {network.Series.Value}",
            $"{network.Capacitor!.Reference} {network.Capacitor.Value}",
            Quantity.Microamperes(circuit.ClosedMicroamperes) + (network.NormallyOpen ? ", only while pressed" : string.Empty),
            $"{Quantity.Rounded(circuit.PeakMilliamperes)} mA",
            Quantity.Milliseconds(circuit.RiseMilliseconds),
            Quantity.Milliseconds(circuit.ToHighMilliseconds),
            Quantity.Volts(circuit.OpenMillivolts),
            $"{Quantity.Ohms(Math.Round(circuit.MinimumLeakOhms / 100) * 100)} or more",
        ];
    }
}
