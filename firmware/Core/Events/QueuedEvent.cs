namespace Quarantine.Firmware.Core
{
    /// <summary>An event that the gateway has not acknowledged yet.</summary>
    public sealed class QueuedEvent
    {
        public QueuedEvent(int seq, EventKind kind, string value, long up)
        {
            Seq = seq;
            Kind = kind;
            Value = value;
            Up = up;
        }

        /// <summary>Number within the boot; changes only where the boot number turned out to be wrong.</summary>
        public int Seq { get; internal set; }

        public EventKind Kind { get; }

        public string Value { get; }

        /// <summary>When it happened, ms since boot.</summary>
        public long Up { get; }

        /// <summary>How often it was published on the present connection.</summary>
        public int Attempts { get; internal set; }

        /// <summary>When it was last published, ms since boot.</summary>
        public long SentAt { get; internal set; }
    }
}
