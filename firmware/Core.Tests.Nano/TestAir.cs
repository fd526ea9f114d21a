namespace Quarantine.Firmware.Core.Tests
{
    /// <summary>Air without a network, and the thread of a radio in it.</summary>
    public sealed class TestAir : INetwork, IMqttSessionFactory, IUptime
    {
        private readonly object _gate = new object();
        private bool _stopped;

        public RadioTransport Radio { get; set; }

        public long Up => 0;

        public bool Join()
        {
            return false;
        }

        public bool SetClock()
        {
            return false;
        }

        public IMqttSession Create(RadioLink link)
        {
            return null;
        }

        public void Stop()
        {
            lock (_gate)
            {
                _stopped = true;
            }
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
