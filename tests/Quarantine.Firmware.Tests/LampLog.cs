using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>Two LEDs that remember.</summary>
internal sealed class LampLog : ILamp
{
    internal bool Green { get; private set; }

    internal bool Red { get; private set; }

    public void Set(bool green, bool red) => (Green, Red) = (green, red);
}
