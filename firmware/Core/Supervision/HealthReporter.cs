namespace Quarantine.Firmware.Core
{
    /// <summary>Decides when health is published: every minute on mains, hourly on battery, and at once when something is to be told.</summary>
    public sealed class HealthReporter
    {
        public const int MainsMs = 60000;
        public const int BatteryMs = 3600000;

        /// <summary>Least time between two, ms.</summary>
        public const int LeastMs = 1000;

        private readonly int _periodMs;
        private long _sentAt;

        public HealthReporter(bool onBattery)
        {
            _periodMs = onBattery ? BatteryMs : MainsMs;
            NextDue = 0;
        }

        /// <summary>When the next one is due.</summary>
        public long NextDue { get; private set; }

        /// <summary>Whether one was published in this boot.</summary>
        public bool Reported { get; private set; }

        /// <summary>Asks for one as soon as possible.</summary>
        public void Request()
        {
            long soonest = Reported ? _sentAt + LeastMs : 0;
            if (soonest < NextDue)
            {
                NextDue = soonest;
            }
        }

        public void Sent(long up)
        {
            Reported = true;
            _sentAt = up;
            NextDue = up + _periodMs;
        }
    }
}
