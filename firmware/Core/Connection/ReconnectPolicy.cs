namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// How long to wait before the next attempt: doubling from 1 s to 1 min, to 10 min after refused credentials, half of it random, so
    /// that the nodes of a house do not come back all at once.
    /// </summary>
    public sealed class ReconnectPolicy
    {
        public const int FirstMs = 1000;
        public const int MaximumMs = 60000;
        public const int MaximumRefusedMs = 600000;

        private readonly IRandom _random;
        private int _next = FirstMs;

        public ReconnectPolicy(IRandom random)
        {
            _random = random;
        }

        /// <summary>The delay after a failure, ms.</summary>
        public int NextDelay(bool refused)
        {
            int ceiling = refused ? MaximumRefusedMs : MaximumMs;
            int delay = _next < ceiling ? _next : ceiling;
            if (_next < MaximumRefusedMs)
            {
                _next *= 2;
            }

            int half = delay / 2;
            return half + _random.Next(delay - half + 1);
        }

        public void Reset()
        {
            _next = FirstMs;
        }
    }
}
