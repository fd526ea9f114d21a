namespace Quarantine.Firmware.Core
{
    /// <summary>A door contact or an enclosure switch: one event for each real move.</summary>
    public sealed class ContactSensor : ISensor
    {
        /// <summary>How long a contact must rest, ms (design: door 50 ms).</summary>
        public const int StableMs = 50;

        private readonly Debouncer _debouncer;
        private readonly IEventSink _sink;
        private readonly EventKind _kind;
        private readonly string _active;
        private readonly string _inactive;

        public ContactSensor(EventKind kind, string active, string inactive, bool level, IEventSink sink)
        {
            _debouncer = new Debouncer(StableMs, level);
            _kind = kind;
            _active = active;
            _inactive = inactive;
            _sink = sink;
        }

        public bool Active => _debouncer.Level;

        public long NextDue => _debouncer.NextDue;

        public void SetRaw(bool level, long up)
        {
            Advance(up);
            _debouncer.SetRaw(level, up);
        }

        public void Advance(long up)
        {
            if (_debouncer.Settle(up))
            {
                _sink.Emit(_kind, Active ? _active : _inactive, _debouncer.ChangedAt);
            }
        }
    }
}
