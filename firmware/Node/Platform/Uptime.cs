using System;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The interpreter's time since boot.</summary>
    internal sealed class Uptime : IUptime
    {
        public long Up => Environment.TickCount64;
    }
}
