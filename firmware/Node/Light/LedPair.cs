using System.Device.Gpio;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The board's two LEDs.</summary>
    internal sealed class LedPair : ILamp
    {
        private readonly GpioPin _green;
        private readonly GpioPin _red;

        internal LedPair(GpioController gpio, BoardPins pins)
        {
            _green = Open(gpio, pins.LedGreen);
            _red = Open(gpio, pins.LedRed);
        }

        public void Set(bool green, bool red)
        {
            Write(_green, green);
            Write(_red, red);
        }

        private static GpioPin Open(GpioController gpio, int pin)
        {
            return pin == BoardPins.None ? null : gpio.OpenPin(pin, PinMode.Output);
        }

        private static void Write(GpioPin pin, bool lit)
        {
            if (pin != null)
            {
                pin.Write(lit ? PinValue.High : PinValue.Low);
            }
        }
    }
}
