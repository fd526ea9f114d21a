using System.Device.Gpio;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The digital inputs that the record says are fitted.</summary>
    internal sealed class InputPins : IInputs
    {
        private const int MaximumInputs = 5;

        private readonly InputPin[] _pins = new InputPin[MaximumInputs];
        private int _count;

        internal InputPins(GpioController gpio, BoardPins pins, int fitted, Mailbox mailbox, IUptime uptime)
        {
            for (int input = SensorInput.Door; input <= SensorInput.Help; input <<= 1)
            {
                if ((fitted & input) != 0)
                {
                    GpioPin pin = gpio.OpenPin(PinOf(pins, input), PinMode.Input);
                    _pins[_count] = new InputPin(pin, input, input != SensorInput.Help, mailbox, uptime);
                    _count++;
                }
            }
        }

        /// <summary>Whether the board has a pin for each input that the record says is fitted.</summary>
        internal static bool AreOn(BoardPins pins, int fitted)
        {
            for (int input = SensorInput.Door; input <= SensorInput.Battery; input <<= 1)
            {
                if ((fitted & input) != 0 && PinOf(pins, input) == BoardPins.None)
                {
                    return false;
                }
            }

            return true;
        }

        public int Read()
        {
            int levels = 0;
            for (int i = 0; i < _count; i++)
            {
                levels |= _pins[i].Read();
            }

            return levels;
        }

        private static int PinOf(BoardPins pins, int input)
        {
            switch (input)
            {
                case SensorInput.Door: return pins.Door;
                case SensorInput.MotionInside: return pins.MotionInside;
                case SensorInput.MotionOutside: return pins.MotionOutside;
                case SensorInput.Tamper: return pins.Tamper;
                case SensorInput.Help: return pins.Help;
                default: return pins.Battery;
            }
        }
    }
}
