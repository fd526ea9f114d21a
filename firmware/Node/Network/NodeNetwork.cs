using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>Wi-Fi and a date.</summary>
    internal sealed class NodeNetwork : INetwork
    {
        private readonly Wireless _wireless;
        private readonly WallClock _clock;

        /// <param name="wireless">The Wi-Fi.</param>
        /// <param name="clock">Null where no certificate is judged.</param>
        internal NodeNetwork(Wireless wireless, WallClock clock)
        {
            _wireless = wireless;
            _clock = clock;
        }

        public bool Join()
        {
            return _wireless.Join();
        }

        public bool SetClock()
        {
            return _clock == null || _clock.Set();
        }
    }
}
