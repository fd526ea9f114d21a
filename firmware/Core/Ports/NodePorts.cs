namespace Quarantine.Firmware.Core
{
    /// <summary>What a node's core needs from its surroundings.</summary>
    public sealed class NodePorts
    {
        public ITransport Transport { get; set; }

        public IStorage Storage { get; set; }

        public IHmac Hmac { get; set; }

        public IRandom Random { get; set; }

        public ILedDisplay Led { get; set; }
    }
}
