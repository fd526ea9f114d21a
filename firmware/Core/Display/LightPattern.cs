namespace Quarantine.Firmware.Core
{
    /// <summary>What the two LEDs do. Each differs from the others in rhythm, for those who cannot tell green from red.</summary>
    public enum LightPattern
    {
        /// <summary>A short green flash every 5 s.</summary>
        Calm = 0,

        /// <summary>Green, half a second on, half a second off.</summary>
        Sent = 1,

        /// <summary>Green, steady.</summary>
        Acknowledged = 2,

        /// <summary>Three short red flashes, then a pause.</summary>
        Fault = 3,

        /// <summary>Two long red flashes, then a pause: the node has no usable provisioning record.</summary>
        NotSetUp = 4,
    }
}
