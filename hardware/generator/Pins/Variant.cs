using Quarantine.Hardware.Circuits;

namespace Quarantine.Hardware.Pins;

/// <summary>A node as it is built: which signals are connected, and through what.</summary>
/// <param name="Power"><c>mains</c> or <c>battery</c>, as in a provisioning record.</param>
public sealed record Variant(string Name, string Title, string Power, IReadOnlyList<Network> Networks)
{
    public const string OnBattery = "battery";

    public bool Sleeps => Power == OnBattery;

    public Network? NetworkOf(string signal) => Networks.FirstOrDefault(network => network.Signal == signal);
}
