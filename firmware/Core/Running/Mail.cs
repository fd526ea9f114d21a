namespace Quarantine.Firmware.Core
{
    /// <summary>One thing that happened outside the node's loop.</summary>
    public sealed class Mail
    {
        internal Mail(MailKind kind, RadioLink link)
        {
            Kind = kind;
            Link = link;
        }

        public MailKind Kind { get; }

        /// <summary>The connection that it concerns; null for an edge.</summary>
        public RadioLink Link { get; }

        /// <summary>A bit of <see cref="SensorInput"/>.</summary>
        public int Input { get; internal set; }

        public bool Active { get; internal set; }

        /// <summary>When the edge came, ms since boot.</summary>
        public long Up { get; internal set; }

        public string Topic { get; internal set; }

        /// <summary>Null where it was longer than any message that the node reads.</summary>
        public byte[] Payload { get; internal set; }

        /// <summary>Whether the broker refused the credentials.</summary>
        public bool Refused { get; internal set; }

        /// <summary>Bits of <see cref="NodeFault"/> that showed on the way.</summary>
        public int Faults { get; internal set; }
    }
}
