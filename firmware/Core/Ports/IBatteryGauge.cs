namespace Quarantine.Firmware.Core
{
    /// <summary>Measures the battery.</summary>
    public interface IBatteryGauge
    {
        /// <summary>mV at the battery; 0 where nothing could be measured.</summary>
        int Read();
    }
}
