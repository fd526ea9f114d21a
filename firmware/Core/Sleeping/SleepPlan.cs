namespace Quarantine.Firmware.Core
{
    /// <summary>How a node sleeps, and what wakes it.</summary>
    public sealed class SleepPlan
    {
        /// <summary>An input that does not wake the node.</summary>
        public const int NoWake = -1;

        internal SleepPlan()
        {
        }

        /// <summary>The timer, ms.</summary>
        public long WakeAfterMs { get; internal set; }

        /// <summary>The pin level of the door contact that wakes the node, 0 or 1; or <see cref="NoWake"/>.</summary>
        public int DoorLevel { get; internal set; } = NoWake;

        /// <summary>The pin level of the enclosure switch that wakes the node, 0 or 1; or <see cref="NoWake"/>.</summary>
        public int TamperLevel { get; internal set; } = NoWake;

        /// <summary>Whether the help button, which pulls its pin low, wakes the node.</summary>
        public bool HelpWakes { get; internal set; }
    }
}
