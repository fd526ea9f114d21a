namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// A pattern's rhythm: lit and dark times in turn, in ms, repeated. None flashes more than three times in any second (WCAG 2.3.1: flicker can trigger seizures).
    /// </summary>
    public sealed class LightRhythm
    {
        private static readonly int[] Calm = { 50, 4950 };
        private static readonly int[] Sent = { 500, 500 };
        private static readonly int[] Acknowledged = { 1000, 0 };
        private static readonly int[] Fault = { 200, 200, 200, 200, 200, 1500 };
        private static readonly int[] NotSetUp = { 800, 400, 800, 2000 };

        private readonly int[] _times;
        private readonly int _period;

        public LightRhythm(LightPattern pattern)
        {
            _times = TimesOf(pattern);
            IsRed = pattern == LightPattern.Fault || pattern == LightPattern.NotSetUp;
            for (int i = 0; i < _times.Length; i++)
            {
                _period += _times[i];
            }
        }

        /// <summary>Red, or green.</summary>
        public bool IsRed { get; }

        /// <summary>Whether the LED is lit at a time since the pattern's beginning, ms.</summary>
        public bool IsLit(long elapsed)
        {
            int step = StepAt(elapsed, out _);
            return step % 2 == 0;
        }

        /// <summary>How long it stays so, ms, at least 1.</summary>
        public int TimeLeft(long elapsed)
        {
            StepAt(elapsed, out int left);
            return left;
        }

        private static int[] TimesOf(LightPattern pattern)
        {
            switch (pattern)
            {
                case LightPattern.Sent: return Sent;
                case LightPattern.Acknowledged: return Acknowledged;
                case LightPattern.Fault: return Fault;
                case LightPattern.NotSetUp: return NotSetUp;
                default: return Calm;
            }
        }

        private int StepAt(long elapsed, out int left)
        {
            int at = (int)(elapsed % _period);
            int step = 0;
            while (at >= _times[step])
            {
                at -= _times[step];
                step++;
            }

            left = _times[step] - at;
            return step;
        }
    }
}
