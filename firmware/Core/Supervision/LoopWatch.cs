namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The software watchdog: the node's loop reports that it lives, a supervising thread asks and reboots the node where it does not.
    /// </summary>
    public sealed class LoopWatch
    {
        private readonly object _gate = new object();
        private readonly long _limitMs;
        private long _alive;

        public LoopWatch(long limitMs, long up)
        {
            _limitMs = limitMs;
            _alive = up;
        }

        public void Alive(long up)
        {
            lock (_gate)
            {
                _alive = up;
            }
        }

        public bool IsStuck(long up)
        {
            lock (_gate)
            {
                return up - _alive > _limitMs;
            }
        }
    }
}
