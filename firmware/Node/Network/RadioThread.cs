using System.Threading;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>The thread on which everything of the radio that blocks happens.</summary>
    internal sealed class RadioThread
    {
        private readonly RadioTransport _radio;

        internal RadioThread(RadioTransport radio)
        {
            _radio = radio;
        }

        internal void Start()
        {
            new Thread(Run).Start();
        }

        private void Run()
        {
            while (true)
            {
                _radio.Work();
            }
        }
    }
}
