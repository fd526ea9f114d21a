namespace Quarantine.Firmware.Core
{
    /// <summary>The sensors that a node's record says are fitted.</summary>
    public sealed class SensorBank
    {
        private readonly ISensor _door;
        private readonly ISensor _motionInside;
        private readonly ISensor _motionOutside;
        private readonly ISensor _tamper;
        private readonly ISensor _help;

        public SensorBank(ProvisioningRecord record, bool doorOpen, bool tampered, long up, IEventSink sink)
        {
            long warmAt = up + record.MotionWarmUpMs;
            Fitted = record.Sensors;
            _door = Has(SensorInput.Door) ? new ContactSensor(EventKind.Door, EventValue.Open, EventValue.Closed, doorOpen, sink) : null;
            _tamper = Has(SensorInput.Tamper) ? new ContactSensor(EventKind.Tamper, EventValue.On, EventValue.Off, tampered, sink) : null;
            _motionInside = Has(SensorInput.MotionInside) ? new MotionSensor(EventKind.MotionInside, record.MotionHoldMs, warmAt, sink) : null;
            _motionOutside = Has(SensorInput.MotionOutside) ? new MotionSensor(EventKind.MotionOutside, record.MotionHoldMs, warmAt, sink) : null;
            _help = Has(SensorInput.Help) ? new HelpSensor(sink) : null;
            Battery = Has(SensorInput.Battery) ? new BatterySensor(record.LowBatteryMillivolts, sink) : null;
        }

        /// <summary>Bits of <see cref="SensorInput"/>.</summary>
        public int Fitted { get; }

        /// <summary>Null where none is fitted.</summary>
        public BatterySensor Battery { get; }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue
        {
            get
            {
                long due = Earlier(long.MaxValue, _door);
                due = Earlier(due, _motionInside);
                due = Earlier(due, _motionOutside);
                due = Earlier(due, _tamper);
                return Earlier(due, _help);
            }
        }

        public bool Has(int input)
        {
            return (Fitted & input) != 0;
        }

        /// <summary>Whether the sensor of an input is active; false where it is not fitted.</summary>
        public bool IsActive(int input)
        {
            ISensor sensor = Of(input);
            return sensor != null && sensor.Active;
        }

        /// <summary>Takes a level; that of an input which is not fitted is ignored.</summary>
        public void SetRaw(int input, bool level, long up)
        {
            ISensor sensor = Of(input);
            if (sensor != null)
            {
                sensor.SetRaw(level, up);
            }
        }

        public void Advance(long up)
        {
            Advance(_door, up);
            Advance(_motionInside, up);
            Advance(_motionOutside, up);
            Advance(_tamper, up);
            Advance(_help, up);
        }

        private static void Advance(ISensor sensor, long up)
        {
            if (sensor != null)
            {
                sensor.Advance(up);
            }
        }

        private static long Earlier(long due, ISensor sensor)
        {
            return sensor != null && sensor.NextDue < due ? sensor.NextDue : due;
        }

        private ISensor Of(int input)
        {
            switch (input)
            {
                case SensorInput.Door: return _door;
                case SensorInput.MotionInside: return _motionInside;
                case SensorInput.MotionOutside: return _motionOutside;
                case SensorInput.Tamper: return _tamper;
                case SensorInput.Help: return _help;
                default: return null;
            }
        }
    }
}
