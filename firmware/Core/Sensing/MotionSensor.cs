namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// A PIR. Its output is false for about a minute after power-up, and it is blind for 2.5 to 3 s after each pulse (HC-SR501 datasheet):
    /// nothing counts before the warm-up is over, and motion ends only when the output has been low for the hold time, dated to the fall.
    /// </summary>
    public sealed class MotionSensor : ISensor
    {
        /// <summary>Pulses shorter than this are interference, ms.</summary>
        public const int StableMs = 20;

        private readonly Debouncer _debouncer = new Debouncer(StableMs, false);
        private readonly IEventSink _sink;
        private readonly EventKind _kind;
        private readonly int _holdMs;
        private readonly long _warmAt;

        public MotionSensor(EventKind kind, int holdMs, long warmAt, IEventSink sink)
        {
            _kind = kind;
            _holdMs = holdMs;
            _warmAt = warmAt;
            _sink = sink;
        }

        public bool Active { get; private set; }

        public long NextDue
        {
            get
            {
                long due = _debouncer.NextDue;
                if (_debouncer.Level && !Active && _warmAt < due)
                {
                    due = _warmAt;
                }
                else if (Active && !_debouncer.Level && _debouncer.ChangedAt + _holdMs < due)
                {
                    due = _debouncer.ChangedAt + _holdMs;
                }

                return due;
            }
        }

        public void SetRaw(bool level, long up)
        {
            Advance(up);
            _debouncer.SetRaw(level, up);
        }

        public void Advance(long up)
        {
            _debouncer.Settle(up);
            if (Active && !_debouncer.Level && up - _debouncer.ChangedAt >= _holdMs)
            {
                Active = false;
                _sink.Emit(_kind, EventValue.Off, _debouncer.ChangedAt);
            }
            else if (!Active && _debouncer.Level && up >= _warmAt)
            {
                Active = true;
                _sink.Emit(_kind, EventValue.On, _debouncer.ChangedAt > _warmAt ? _debouncer.ChangedAt : _warmAt);
            }
        }
    }
}
