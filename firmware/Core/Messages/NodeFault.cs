namespace Quarantine.Firmware.Core
{
    /// <summary>Faults that a node reports in its state, as bits; each stays set until the next boot.</summary>
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
    }
}
