namespace Quarantine.Firmware.Core
{
    /// <summary>Plays the pattern of what is to be shown on two LEDs. Not thread-safe: the loop owns it.</summary>
    public sealed class LightPlayer : ILedDisplay
    {
        private readonly ILamp _lamp;
        private LightRhythm _rhythm = new LightRhythm(LightPattern.Calm);
        private long _since;
        private bool _begins = true;

        public LightPlayer(ILamp lamp)
        {
            _lamp = lamp;
        }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue { get; private set; }

        public void Show(LedState state)
        {
            Play(PatternOf(state));
        }

        /// <summary>Begins a pattern with the next <see cref="Advance"/>.</summary>
        public void Play(LightPattern pattern)
        {
            _rhythm = new LightRhythm(pattern);
            _begins = true;
            NextDue = 0;
        }

        public void Advance(long up)
        {
            if (_begins)
            {
                _begins = false;
                _since = up;
            }
            else if (up < NextDue)
            {
                return;
            }

            bool lit = _rhythm.IsLit(up - _since);
            _lamp.Set(lit && !_rhythm.IsRed, lit && _rhythm.IsRed);
            NextDue = up + _rhythm.TimeLeft(up - _since);
        }

        /// <summary>Both LEDs off, before a sleep.</summary>
        public void Dark()
        {
            _lamp.Set(false, false);
        }

        private static LightPattern PatternOf(LedState state)
        {
            switch (state)
            {
                case LedState.Sent: return LightPattern.Sent;
                case LedState.Acknowledged: return LightPattern.Acknowledged;
                case LedState.Fault: return LightPattern.Fault;
                default: return LightPattern.Calm;
            }
        }
    }
}
