namespace Quarantine.Firmware.Core
{
    /// <summary>The help button: one event for each press, none for the release.</summary>
    public sealed class HelpSensor : ISensor
    {
        /// <summary>How long the button must rest, ms.</summary>
        public const int StableMs = 30;

        private readonly Debouncer _debouncer = new Debouncer(StableMs, false);
        private readonly IEventSink _sink;

        public HelpSensor(IEventSink sink)
        {
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
            if (_debouncer.Settle(up) && Active)
            {
                _sink.Emit(EventKind.Help, EventValue.Pressed, _debouncer.ChangedAt);
            }
        }
    }
}
