using System;
using System.Diagnostics;
using nanoFramework.Hardware.Esp32;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// The ESP32's deep sleep, which has two wake-ups by a pin: one for a single pin (ext0), and one that takes the same level for all its pins
    /// (ext1). The door has the first, and the button where there is no door; the button beside a door has the second, else the enclosure
    /// switch.
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
                    case Sleep.WakeupCause.Ext0: return HasDoor ? SensorInput.Door : SensorInput.Help;
                    case Sleep.WakeupCause.Ext1: return HasDoor && HasHelp ? SensorInput.Help : SensorInput.Tamper;
                    default: return 0;
                }
            }
        }

        private bool HasDoor => (_fitted & SensorInput.Door) != 0;

        private bool HasHelp => (_fitted & SensorInput.Help) != 0;

        void IPower.Sleep(SleepPlan plan)
        {
            Check("timer", Sleep.EnableWakeupByTimer(new TimeSpan(plan.WakeAfterMs * TimeSpan.TicksPerMillisecond)));
            if (plan.DoorLevel != SleepPlan.NoWake)
            {
                Check("door", Sleep.EnableWakeupByPin(Mask(_pins.Door), plan.DoorLevel));
            }

            if (plan.HelpWakes && !HasDoor)
            {
                Check("help", Sleep.EnableWakeupByPin(Mask(_pins.Help), 0));
            }
            else if (plan.HelpWakes)
            {
                Check("help", Sleep.EnableWakeupByMultiPins(Mask(_pins.Help), Sleep.WakeupMode.AllLow));
            }

            if (plan.TamperLevel != SleepPlan.NoWake)
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
