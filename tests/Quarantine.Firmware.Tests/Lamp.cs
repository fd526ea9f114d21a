using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>Remembers what the light showed.</summary>
internal sealed class Lamp : ILedDisplay
{
    internal List<LedState> History { get; } = [];

    public void Show(LedState state) => History.Add(state);
}
