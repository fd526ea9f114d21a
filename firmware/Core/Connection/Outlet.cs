namespace Quarantine.Firmware.Core
{
    /// <summary>The way out: remembers that the transport could not take a message, so that it is not asked again at once.</summary>
    public sealed class Outlet
    {
        /// <summary>Pause after a refusal, ms.</summary>
        public const int PauseMs = 200;

        private readonly ITransport _transport;
        private long _pausedUntil;

        public Outlet(ITransport transport)
        {
            _transport = transport;
        }

        /// <summary>When it may be asked again.</summary>
        public long PausedUntil => _pausedUntil;

        /// <summary>False where the message has to be offered again later.</summary>
        public bool TryPublish(string topic, byte[] payload, bool retain, long up)
        {
            if (up < _pausedUntil)
            {
                return false;
            }

            if (_transport.TryPublish(topic, payload, true, retain))
            {
                return true;
            }

            _pausedUntil = up + PauseMs;
            return false;
        }
    }
}
