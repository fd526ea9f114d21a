namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Network, broker, and the thread of a radio between them.</summary>
    public sealed class TestAir : INetwork, IMqttSessionFactory
    {
        private readonly object _gate = new object();
        private bool _stopped;

        public bool HasNetwork { get; set; }

        public RadioTransport Radio { get; set; }

        /// <summary>The last session, or null.</summary>
        public TestSession Session { get; private set; }

        public bool Join()
        {
            return HasNetwork;
        }

        public bool SetClock()
        {
            return true;
        }

        public IMqttSession Create(RadioLink link)
        {
            Session = new TestSession(link);
            return Session;
        }

        public void Stop()
        {
            lock (_gate)
            {
                _stopped = true;
            }

            Radio.Disconnect();
        }

        public void Run()
        {
            while (!Stopped())
            {
                Radio.Work();
            }
        }

        private bool Stopped()
        {
            lock (_gate)
            {
                return _stopped;
            }
        }
    }
}
