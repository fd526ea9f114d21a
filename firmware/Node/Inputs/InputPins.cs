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
                    GpioPin pin = gpio.OpenPin(pins.Of(input), PinMode.Input);
                    _pins[_count] = new InputPin(pin, input, input != SensorInput.Help, mailbox, uptime);
                    _count++;
                }
            }
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
    }
}
