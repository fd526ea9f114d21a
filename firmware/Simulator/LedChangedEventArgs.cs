using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Simulator;

/// <summary>What a node's light shows from a moment on.</summary>
public sealed class LedChangedEventArgs(LedState state) : EventArgs
{
    public LedState State { get; } = state;
}
