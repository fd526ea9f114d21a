namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Clock, inputs, battery and power in a test's hands.</summary>
    public sealed class TestBoard : IUptime, IInputs, IBatteryGauge, IPower
    {
        public long Up { get; set; }

        public int Levels { get; set; }

        public int WokenBy { get; set; }

        public SleepPlan Slept { get; private set; }

        int IInputs.Read()
        {
            return Levels;
        }

        int IBatteryGauge.Read()
        {
            return 3000;
        }

        public void Sleep(SleepPlan plan)
        {
            Slept = plan;
        }
    }
}
