namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Judges whether the node must be rebooted: a watched thread was silent at two checks in succession. One check is not enough: a TLS handshake
    /// stops the whole interpreter, and after it this may run before the threads that it held up.
    /// </summary>
    public sealed class Supervisor
    {
        /// <summary>Time between checks, ms.</summary>
        public const int CheckMs = 5000;

        /// <summary>How long the loop may be silent, ms.</summary>
        public const int LoopMs = 60000;

        /// <summary>How long the radio's thread may be silent, ms: a name, a connection and a greeting may each take their time.</summary>
        public const int RadioMs = 300000;

        private readonly LoopWatch _loop;
        private readonly LoopWatch _radio;
        private bool _suspected;

        public Supervisor(LoopWatch loop, LoopWatch radio)
        {
            _loop = loop;
            _radio = radio;
        }

        /// <summary>Whether to reboot.</summary>
        public bool Check(long up)
        {
            bool silent = _loop.IsStuck(up) || _radio.IsStuck(up);
            bool stuck = silent && _suspected;
            _suspected = silent;
            return stuck;
        }
    }
}
