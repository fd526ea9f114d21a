using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// One board's pins, the same in all its variants: GPIO numbers, -1 for what is not fitted. Reed contact, enclosure switch and button
    /// close to ground and have pull-ups of their own, since the chip's are off in deep sleep.
    /// </summary>
    internal sealed class BoardPins
    {
        /// <summary>What is not fitted.</summary>
        internal const int None = -1;

        internal BoardPins(
            int door,
            int motionInside,
            int motionOutside,
            int tamper,
            int help,
            int battery,
            int batteryAdcChannel,
            int batteryDividerPercent,
            int ledGreen,
            int ledRed)
        {
            Door = door;
            MotionInside = motionInside;
            MotionOutside = motionOutside;
            Tamper = tamper;
            Help = help;
            Battery = battery;
            BatteryAdcChannel = batteryAdcChannel;
            BatteryDividerPercent = batteryDividerPercent;
            LedGreen = ledGreen;
            LedRed = ledRed;
        }

        /// <summary>Reed contact; high while the door is open.</summary>
        internal int Door { get; }

        /// <summary>PIR; high while there is motion.</summary>
        internal int MotionInside { get; }

        /// <summary>PIR; high while there is motion.</summary>
        internal int MotionOutside { get; }

        /// <summary>Enclosure switch; high while the enclosure is open.</summary>
        internal int Tamper { get; }

        /// <summary>Push button; low while pressed.</summary>
        internal int Help { get; }

        /// <summary>Battery voltage, behind a divider; a pin of the first converter, since the second does not work beside Wi-Fi.</summary>
        internal int Battery { get; }

        /// <summary>The converter's channel of that pin.</summary>
        internal int BatteryAdcChannel { get; }

        /// <summary>What the divider leaves of the voltage.</summary>
        internal int BatteryDividerPercent { get; }

        /// <summary>Lit while high.</summary>
        internal int LedGreen { get; }

        /// <summary>Lit while high.</summary>
        internal int LedRed { get; }

        /// <summary>The pin of an input of <see cref="SensorInput"/>, or <see cref="None"/>.</summary>
        internal int Of(int input)
        {
            switch (input)
            {
                case SensorInput.Door: return Door;
                case SensorInput.MotionInside: return MotionInside;
                case SensorInput.MotionOutside: return MotionOutside;
                case SensorInput.Tamper: return Tamper;
                case SensorInput.Help: return Help;
                case SensorInput.Battery: return Battery;
                default: return None;
            }
        }

        /// <summary>Whether the board has a pin for each of these inputs.</summary>
        internal bool Has(int inputs)
        {
            for (int input = SensorInput.Door; input <= SensorInput.Battery; input <<= 1)
            {
                if ((inputs & input) != 0 && Of(input) == None)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
