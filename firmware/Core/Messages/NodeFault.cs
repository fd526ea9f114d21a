namespace Quarantine.Firmware.Core
{
    /// <summary>Faults that a node reports in its health and its state, as bits; each stays set until the next boot.</summary>
    public static class NodeFault
    {
        /// <summary>A file could not be written, or was corrupt.</summary>
        public const int Storage = 1;

        /// <summary>Both copies of the boot counter were unusable.</summary>
        public const int BootCounter = 2;

        /// <summary>The broker refused the credentials.</summary>
        public const int BrokerRefused = 4;

        /// <summary>A command was malformed, too large, replayed, or carried a wrong tag.</summary>
        public const int CommandRefused = 8;

        /// <summary>The network could not be joined, or none is configured.</summary>
        public const int NoNetwork = 16;

        /// <summary>No time server answered: certificates were judged by a date that is surely past.</summary>
        public const int NoTime = 32;

        /// <summary>Edges or messages came faster than they were taken.</summary>
        public const int Overrun = 64;
    }
}
