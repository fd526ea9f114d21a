using System;

namespace Quarantine.Firmware.Core
{
    /// <summary>The broker does not accept the node's credentials.</summary>
    public sealed class MqttRefusedException : Exception
    {
    }
}
