using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Circuits;

/// <summary>Every part that a variant connects on a board.</summary>
public static class ConnectedParts
{
    /// <summary>References of parts that the pin map knows; boards, magnets, enclosures and the like have others.</summary>
    private static readonly string[] WiredPrefixes = ["R", "C", "S", "B", "BT", "D", "PS"];

    public static IReadOnlyList<ConnectedPart> Of(Variant variant, Board board) =>
    [
        .. variant.Networks.SelectMany(PartsOf),
        .. variant.Sleeps ? BatteryParts(board.Battery) : [Named(board.Supply, optional: false)],
    ];

    public static bool IsWired(string reference) => WiredPrefixes.Contains(reference.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), StringComparer.Ordinal);

    private static IEnumerable<ConnectedPart> PartsOf(Network network)
    {
        if (network.Device is { } device)
        {
            yield return Named(device, network.Optional);
        }

        if (network.Guard is { } guard)
        {
            yield return Named(guard, optional: true);
        }

        foreach (var resistor in new[] { network.PullUp, network.PullDown, network.Series }.OfType<Resistor>())
        {
            yield return new ConnectedPart(resistor.Reference, resistor.Value, IsValue: true, network.Optional);
        }

        if (network.Capacitor is { } capacitor)
        {
            yield return new ConnectedPart(capacitor.Reference, capacitor.Value, IsValue: true, network.Optional);
        }
    }

    private static IEnumerable<ConnectedPart> BatteryParts(BatterySense battery)
    {
        yield return Named(battery.Device, optional: false);
        foreach (var resistor in new[] { battery.Upper, battery.Lower }.OfType<Resistor>())
        {
            yield return new ConnectedPart(resistor.Reference, resistor.Value, IsValue: true, Optional: false);
        }

        if (battery.Capacitor is { } capacitor)
        {
            yield return new ConnectedPart(capacitor.Reference, capacitor.Value, IsValue: true, Optional: false);
        }
    }

    private static ConnectedPart Named(Device device, bool optional) => new(device.Reference, device.PartNumber, IsValue: false, optional);
}
