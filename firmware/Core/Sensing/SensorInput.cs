namespace Quarantine.Firmware.Core
{
    /// <summary>The inputs of a node, as bits: a provisioning record says which are fitted.</summary>
    public static class SensorInput
    {
        /// <summary>Reed contact; active while the door is open.</summary>
        public const int Door = 1;

        /// <summary>PIR inside the dwelling; active while its output is high.</summary>
        public const int MotionInside = 2;

        /// <summary>PIR outside the door; active while its output is high.</summary>
        public const int MotionOutside = 4;

        /// <summary>Enclosure switch; active while the enclosure is open.</summary>
        public const int Tamper = 8;

        /// <summary>Help button; active while pressed.</summary>
        public const int Help = 16;

        /// <summary>Battery voltage.</summary>
        public const int Battery = 32;

        /// <summary>All of them.</summary>
        public const int All = Door | MotionInside | MotionOutside | Tamper | Help | Battery;

        /// <summary>The input's name in a provisioning record.</summary>
        public static string NameOf(int input)
        {
            switch (input)
            {
                case Door: return "door";
                case MotionInside: return "motion-inside";
                case MotionOutside: return "motion-outside";
                case Tamper: return "tamper";
                case Help: return "help";
                default: return "battery";
            }
        }
    }
}
