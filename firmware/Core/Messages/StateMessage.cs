using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>Builds the retained state that Home Assistant reads. It carries no tag, and the gateway does not read it.</summary>
    public static class StateMessage
    {
        /// <param name="sensors">What is fitted, and its present state.</param>
        /// <param name="faults">Bits of <see cref="NodeFault"/>.</param>
        public static byte[] Build(SensorBank sensors, int faults)
        {
            string json = "{\"problem\":\"" + (faults != 0 ? EventValue.On : EventValue.Off) + "\",\"faults\":" + faults.ToString();
            if (sensors.Has(SensorInput.Door))
            {
                json += Text("door", sensors.IsActive(SensorInput.Door) ? EventValue.Open : EventValue.Closed);
            }

            json += Switch(sensors, SensorInput.MotionInside, "motion_inside");
            json += Switch(sensors, SensorInput.MotionOutside, "motion_outside");
            json += Switch(sensors, SensorInput.Tamper, "tamper");
            if (sensors.Battery != null && sensors.Battery.Millivolts > 0)
            {
                json += Text("battery", sensors.Battery.Low ? EventValue.On : EventValue.Off);
                json += ",\"voltage\":" + sensors.Battery.Millivolts.ToString();
            }

            return Encoding.UTF8.GetBytes(json + "}");
        }

        private static string Switch(SensorBank sensors, int input, string name)
        {
            return sensors.Has(input) ? Text(name, sensors.IsActive(input) ? EventValue.On : EventValue.Off) : "";
        }

        private static string Text(string name, string value)
        {
            return ",\"" + name + "\":\"" + value + "\"";
        }
    }
}
