using System;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The platform's random numbers.</summary>
    internal sealed class PlatformRandom : IRandom
    {
        private readonly Random _random = new Random();

        public int Next(int exclusiveMaximum)
        {
            return _random.Next(exclusiveMaximum);
        }
    }
}
