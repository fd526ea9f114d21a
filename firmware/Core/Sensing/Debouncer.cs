namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Turns a bouncing contact into clean changes: a level counts when it has not moved for <c>stableMs</c>. The change is dated to the
    /// first edge of its bounce train. A train that ends where it began is no change. Edges carry their own times, so that a late call gives
    /// the same result as a prompt one.
    /// </summary>
    public sealed class Debouncer
    {
        private readonly int _stableMs;
        private bool _raw;
        private bool _moving;
        private long _firstEdge;
        private long _lastEdge;

        public Debouncer(int stableMs, bool level)
        {
            _stableMs = stableMs;
            _raw = level;
            Level = level;
        }

        /// <summary>The clean level.</summary>
        public bool Level { get; private set; }

        /// <summary>When the clean level last changed, ms since boot.</summary>
        public long ChangedAt { get; private set; }

        /// <summary>When <see cref="Settle"/> has something to decide; <see cref="long.MaxValue"/> for never.</summary>
        public long NextDue => _moving ? _lastEdge + _stableMs : long.MaxValue;

        /// <summary>Takes an edge. Call <see cref="Settle"/> with the same time before it.</summary>
        public void SetRaw(bool level, long up)
        {
            if (level == _raw)
            {
                return;
            }

            _raw = level;
            _lastEdge = up;
            if (!_moving)
            {
                _moving = true;
                _firstEdge = up;
            }
        }

        /// <summary>Whether the clean level changed.</summary>
        public bool Settle(long up)
        {
            if (!_moving || up - _lastEdge < _stableMs)
            {
                return false;
            }

            _moving = false;
            if (_raw == Level)
            {
                return false;
            }

            Level = _raw;
            ChangedAt = _firstEdge;
            return true;
        }
    }
}
