namespace Quarantine.Firmware.Core
{
    /// <summary>Deep sleep, which ends in another boot.</summary>
    public interface IPower
    {
        /// <summary>The inputs that woke the node, bits of <see cref="SensorInput"/>; 0 after a timer or a power-up.</summary>
        int WokenBy { get; }

        /// <summary>Sleeps. On hardware this never returns.</summary>
        void Sleep(SleepPlan plan);
    }
}
