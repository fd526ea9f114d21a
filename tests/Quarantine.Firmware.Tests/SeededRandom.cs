using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests;

/// <summary>A repeatable source for delays: a linear congruential generator (Numerical Recipes).</summary>
internal sealed class SeededRandom(uint seed) : IRandom
{
    private uint _state = seed;

    public int Next(int exclusiveMaximum)
    {
        _state = unchecked((_state * 1664525) + 1013904223);
        return (int)((ulong)_state * (ulong)exclusiveMaximum >> 32);
    }
}
