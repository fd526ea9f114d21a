using Quarantine.Hardware.Pins;

namespace Quarantine.Hardware.Circuits;

/// <summary>
/// A contact's circuit, calculated: <c>VDD - Rp - cable - contact - GND</c>, and <c>cable - Rs - pin</c> with C from the pin to GND.
/// </summary>
public sealed record ContactCircuit(double ClosedMicroamperes, double RiseMilliseconds, double ToHighMilliseconds, double OpenMillivolts, double PeakMilliamperes, double MinimumLeakOhms)
{
    /// <summary>Of a two-core cable, a generous figure.</summary>
    public const double CableNanofaradsPerMetre = 0.1;

    private const double Thousand = 1000;

    public static ContactCircuit Of(Chip chip, Network network)
    {
        if (network is not { PullUp: { } pullUp, Series: { } series, Capacitor: { } capacitor })
        {
            throw new ArgumentException($"{network.Signal}: a contact needs pullUp, series and capacitor.", nameof(network));
        }

        var total = pullUp.Ohms + series.Ohms;
        // Ohm times nF is ns.
        var rise = ((total * capacitor.Nanofarads) + (pullUp.Ohms * network.CableMetres * CableNanofaradsPerMetre)) / 1e6;
        return new ContactCircuit(
            ClosedMicroamperes: chip.SupplyMillivolts * Thousand / pullUp.Ohms,
            RiseMilliseconds: rise,
            ToHighMilliseconds: rise * Math.Log(1 / (1 - chip.InputHighFraction)),
            OpenMillivolts: chip.SupplyMillivolts - (chip.InputLeakageNanoamperes * total / 1e6),
            PeakMilliamperes: chip.SupplyMillivolts / series.Ohms,
            MinimumLeakOhms: pullUp.Ohms * chip.InputHighFraction / (1 - chip.InputHighFraction));
    }
}
