namespace Quarantine.Firmware.Core
{
    /// <summary>What a node's loop runs, and with.</summary>
    public sealed class NodeLoopParts
    {
        public ProvisioningRecord Record { get; set; }

        public IUptime Uptime { get; set; }

        public IStorage Storage { get; set; }

        public IHmac Hmac { get; set; }

        public IRandom Random { get; set; }

        public Mailbox Mailbox { get; set; }

        public RadioTransport Radio { get; set; }

        public LightPlayer Light { get; set; }

        public IInputs Inputs { get; set; }

        /// <summary>Null where no battery is measured.</summary>
        public IBatteryGauge Battery { get; set; }

        public IPower Power { get; set; }

        /// <summary>Told that the loop lives.</summary>
        public LoopWatch Watch { get; set; }
    }
}
