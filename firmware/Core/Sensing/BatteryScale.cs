namespace Quarantine.Firmware.Core
{
    /// <summary>From converter readings to the battery's voltage.</summary>
    public static class BatteryScale
    {
        /// <summary>
        /// The pin's voltage at the converter's largest reading, mV: the ESP32's range at 12 dB of attenuation. The chip's reference varies by
        /// several percent from part to part, and the platform does not give its calibration.
        /// </summary>
        public const int FullScaleMillivolts = 3300;

        /// <summary>The battery's mV; 0 where the divider is none.</summary>
        /// <param name="reading">A reading, 0 to <paramref name="largest"/>.</param>
        /// <param name="largest">The converter's largest reading.</param>
        /// <param name="dividerPercent">What the divider leaves of the voltage, 1 to 100.</param>
        public static int Millivolts(int reading, int largest, int dividerPercent)
        {
            if (dividerPercent < 1 || dividerPercent > 100 || largest < 1 || reading < 0 || reading > largest)
            {
                return 0;
            }

            long pin = (long)reading * FullScaleMillivolts / largest;
            return (int)(pin * 100 / dividerPercent);
        }

        /// <summary>The median, which a single disturbed reading does not move. Sorts the readings.</summary>
        public static int Median(int[] readings)
        {
            for (int i = 1; i < readings.Length; i++)
            {
                int moved = readings[i];
                int j = i - 1;
                while (j >= 0 && readings[j] > moved)
                {
                    readings[j + 1] = readings[j];
                    j--;
                }

                readings[j + 1] = moved;
            }

            return readings[readings.Length / 2];
        }
    }
}
