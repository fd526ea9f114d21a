namespace Quarantine.Firmware.Core
{
    /// <summary>Publishes the discovery document and the retained state, when they are due.</summary>
    public sealed class HomeAssistantAnnouncer
    {
        /// <summary>After Home Assistant's start all nodes answer within this time, ms, each at its own moment.</summary>
        public const int SpreadMs = 30000;

        private readonly ProvisioningRecord _record;
        private readonly Topics _topics;
        private readonly SensorBank _sensors;
        private readonly IRandom _random;
        private long _discoveryDue = long.MaxValue;
        private bool _stateChanged;

        public HomeAssistantAnnouncer(ProvisioningRecord record, Topics topics, SensorBank sensors, IRandom random)
        {
            _record = record;
            _topics = topics;
            _sensors = sensors;
            _random = random;
        }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue => _stateChanged ? 0 : _discoveryDue;

        public void StateChanged()
        {
            _stateChanged = true;
        }

        /// <summary>A connection is there: the broker may be a new one.</summary>
        public void Connected(long up)
        {
            _stateChanged = true;
            _discoveryDue = _record.HomeAssistant ? up : long.MaxValue;
        }

        /// <summary>Home Assistant has started.</summary>
        public void HomeAssistantStarted(long up)
        {
            if (_record.HomeAssistant && _discoveryDue == long.MaxValue)
            {
                _discoveryDue = up + 1 + _random.Next(SpreadMs);
            }
        }

        public void Advance(Outlet outlet, int faults, long up)
        {
            if (up >= _discoveryDue && outlet.TryPublish(_topics.Discovery, DiscoveryMessage.Build(_record, _topics), true, up))
            {
                _discoveryDue = long.MaxValue;
                _stateChanged = true;
            }

            if (_stateChanged && outlet.TryPublish(_topics.State, StateMessage.Build(_sensors, faults), true, up))
            {
                _stateChanged = false;
            }
        }
    }
}
