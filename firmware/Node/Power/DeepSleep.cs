using System;
using System.Diagnostics;
using nanoFramework.Hardware.Esp32;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// The ESP32's deep sleep. The door has the wake-up of a single pin (ext0), by either level; button and enclosure switch share the other one
    /// (ext1), which takes one level for all its pins.
    /// </summary>
    internal sealed class DeepSleep : IPower
    {
        private readonly BoardPins _pins;
        private readonly int _fitted;

        internal DeepSleep(BoardPins pins, int fitted)
        {
            _pins = pins;
            _fitted = fitted;
        }

        public int WokenBy
        {
            get
            {
                switch (Sleep.GetWakeupCause())
                {
                    case Sleep.WakeupCause.Ext0: return SensorInput.Door;
                    case Sleep.WakeupCause.Ext1: return (_fitted & SensorInput.Help) != 0 ? SensorInput.Help : SensorInput.Tamper;
                    default: return 0;
                }
            }
        }

        void IPower.Sleep(SleepPlan plan)
        {
            Check("timer", Sleep.EnableWakeupByTimer(new TimeSpan(plan.WakeAfterMs * TimeSpan.TicksPerMillisecond)));
            if (plan.DoorLevel != SleepPlan.NoWake)
            {
                Check("door", Sleep.EnableWakeupByPin(Mask(_pins.Door), plan.DoorLevel));
            }

            if (plan.HelpWakes)
            {
                Check("help", Sleep.EnableWakeupByMultiPins(Mask(_pins.Help), Sleep.WakeupMode.AllLow));
            }
            else if (plan.TamperLevel != SleepPlan.NoWake)
            {
                Sleep.WakeupMode mode = plan.TamperLevel == 0 ? Sleep.WakeupMode.AllLow : Sleep.WakeupMode.AnyHigh;
                Check("tamper", Sleep.EnableWakeupByMultiPins(Mask(_pins.Tamper), mode));
            }

            Sleep.StartDeepSleep();
        }

        private static Sleep.WakeupGpioPin Mask(int pin)
        {
            return (Sleep.WakeupGpioPin)(1UL << pin);
        }

        /// <summary>A wake-up that cannot be armed leaves the timer: the node reports late, not never.</summary>
        private static void Check(string what, EspNativeError result)
        {
            if (result != EspNativeError.OK)
            {
                Debug.WriteLine("sleep: cannot wake by " + what + ", error " + ((int)result).ToString());
            }
        }
    }
}
