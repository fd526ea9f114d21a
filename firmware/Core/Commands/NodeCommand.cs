namespace Quarantine.Firmware.Core
{
    /// <summary>A command of the gateway whose tag was right.</summary>
    public sealed class NodeCommand
    {
        internal NodeCommand(bool isAcknowledgement)
        {
            IsAcknowledgement = isAcknowledgement;
        }

        /// <summary>True: <see cref="Boot"/> and <see cref="Seq"/> count. False: <see cref="Led"/> and <see cref="Id"/> do.</summary>
        public bool IsAcknowledgement { get; }

        /// <summary>The boot that the acknowledgement speaks of.</summary>
        public int Boot { get; internal set; }

        /// <summary>The gateway has stored, or given up as lost, every event of the boot up to this number.</summary>
        public int Seq { get; internal set; }

        public LedState Led { get; internal set; }

        /// <summary>Grows with each LED command, so that an old one cannot be played again.</summary>
        public long Id { get; internal set; }
    }
}
