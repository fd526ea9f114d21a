using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>A node's light, for whoever looks.</summary>
internal sealed class LedLight : ILedDisplay
{
    private volatile int _shown;

    public LedState Shown => (LedState)_shown;

    public void Show(LedState state) => _shown = (int)state;
}
