namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// What makes a board a certain node of a certain house: written to its flash by the gateway's <c>node add</c>. One firmware image
    /// serves all roles.
    /// </summary>
    public sealed class ProvisioningRecord
    {
        /// <summary>Length of the node's key in bytes.</summary>
        public const int KeyLength = 32;

        internal ProvisioningRecord()
        {
        }

        public string House { get; internal set; }

        public string Node { get; internal set; }

        /// <summary>32 bytes, secret.</summary>
        public byte[] Key { get; internal set; }

        /// <summary>Fitted inputs, bits of <see cref="SensorInput"/>.</summary>
        public int Sensors { get; internal set; }

        /// <summary>Hourly instead of minutely health, and deep sleep where the hardware allows.</summary>
        public bool OnBattery { get; internal set; }

        /// <summary>Host name or address.</summary>
        public string Broker { get; internal set; }

        public int Port { get; internal set; }

        /// <summary>The authority's certificate is a file of its own beside the record.</summary>
        public bool Tls { get; internal set; }

        /// <summary>Empty: none.</summary>
        public string User { get; internal set; }

        /// <summary>Secret. Empty: none.</summary>
        public string Password { get; internal set; }

        /// <summary>How long a PIR's output must be low until motion ends, ms.</summary>
        public int MotionHoldMs { get; internal set; }

        /// <summary>How long a PIR is not believed after power-up, ms.</summary>
        public int MotionWarmUpMs { get; internal set; }

        public int LowBatteryMillivolts { get; internal set; }

        /// <summary>Whether discovery documents are published.</summary>
        public bool HomeAssistant { get; internal set; }

        /// <summary>The board's name, or empty.</summary>
        public string Board { get; internal set; }
    }
}
