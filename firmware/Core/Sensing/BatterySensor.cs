namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Battery readings become events sparingly: the first of a boot, once a day, after a change of 50 mV (at most hourly), and at once when
    /// the voltage falls below the low mark.
    /// </summary>
    public sealed class BatterySensor
    {
        /// <summary>Largest reading that is believed, mV.</summary>
        public const int MaximumMillivolts = 20000;

        private const int StepMillivolts = 50;
        private const long Hour = 3600000;
        private const long Day = 24 * Hour;

        private readonly IEventSink _sink;
        private readonly int _lowMillivolts;
        private int _reported;
        private long _reportedAt;

        public BatterySensor(int lowMillivolts, IEventSink sink)
        {
            _lowMillivolts = lowMillivolts;
            _sink = sink;
        }

        /// <summary>The latest reading; 0 before the first.</summary>
        public int Millivolts { get; private set; }

        public bool Low => Millivolts > 0 && Millivolts < _lowMillivolts;

        /// <summary>Takes a reading; one outside 1..20,000 mV is a fault of the divider and is ignored.</summary>
        public void Read(int millivolts, long up)
        {
            if (millivolts < 1 || millivolts > MaximumMillivolts)
            {
                return;
            }

            Millivolts = millivolts;
            int moved = millivolts > _reported ? millivolts - _reported : _reported - millivolts;
            long age = up - _reportedAt;
            bool fell = Low && _reported >= _lowMillivolts;
            if (_reported == 0 || fell || age >= Day || (moved >= StepMillivolts && age >= Hour))
            {
                _reported = millivolts;
                _reportedAt = up;
                _sink.Emit(EventKind.Battery, millivolts.ToString(), up);
            }
        }
    }
}
