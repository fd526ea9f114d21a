using System.Device.Gpio;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// One digital input. Its edges go to the mailbox as they come: bouncing is the core's business, since the platform's own debouncing loses
    /// pulses.
    /// </summary>
    internal sealed class InputPin
    {
        private readonly GpioPin _pin;
        private readonly int _input;
        private readonly bool _activeHigh;
        private readonly Mailbox _mailbox;
        private readonly IUptime _uptime;

        internal InputPin(GpioPin pin, int input, bool activeHigh, Mailbox mailbox, IUptime uptime)
        {
            _pin = pin;
            _input = input;
            _activeHigh = activeHigh;
            _mailbox = mailbox;
            _uptime = uptime;
            pin.ValueChanged += OnEdge;
        }

        /// <summary>The input's bit where it is active now, else 0.</summary>
        internal int Read()
        {
            return (_pin.Read() == PinValue.High) == _activeHigh ? _input : 0;
        }

        private void OnEdge(object sender, PinValueChangedEventArgs e)
        {
            _mailbox.PostLevel(_input, (e.ChangeType == PinEventTypes.Rising) == _activeHigh, _uptime.Up);
        }
    }
}
