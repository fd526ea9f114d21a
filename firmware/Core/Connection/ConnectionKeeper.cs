namespace Quarantine.Firmware.Core
{
    /// <summary>Keeps one connection up: attempts, their time limit, delays between them.</summary>
    public sealed class ConnectionKeeper
    {
        /// <summary>How long an attempt may go without an outcome, ms.</summary>
        public const int AttemptMs = 30000;

        private readonly ITransport _transport;
        private readonly ReconnectPolicy _policy;
        private readonly string _willTopic;
        private readonly byte[] _willPayload;
        private bool _attempting;
        private bool _suspended;
        private long _due;

        public ConnectionKeeper(ITransport transport, ReconnectPolicy policy, string willTopic, byte[] willPayload, long up)
        {
            _transport = transport;
            _policy = policy;
            _willTopic = willTopic;
            _willPayload = willPayload;
            _due = up;
            DownSince = up;
        }

        public bool Connected { get; private set; }

        /// <summary>Since when there has been no connection, ms since boot; meaningless while connected.</summary>
        public long DownSince { get; private set; }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue => Connected || _suspended ? long.MaxValue : _due;

        public void Advance(long up)
        {
            if (Connected || _suspended || up < _due)
            {
                return;
            }

            if (_attempting)
            {
                _transport.Disconnect();
                Failed(false, up);
                return;
            }

            _attempting = true;
            _due = up + AttemptMs;
            _transport.BeginConnect(_willTopic, _willPayload);
        }

        public void Succeeded()
        {
            _attempting = false;
            Connected = true;
            _policy.Reset();
        }

        public void Failed(bool refused, long up)
        {
            _attempting = false;
            _due = up + _policy.NextDelay(refused);
        }

        /// <summary>Begins no attempt until <see cref="Lost"/>.</summary>
        public void Suspend()
        {
            _suspended = true;
        }

        public void Lost(long up)
        {
            _suspended = false;
            Connected = false;
            DownSince = up;
            Failed(false, up);
        }

        /// <summary>The network came back: no reason to wait on.</summary>
        public void RetryNow(long up)
        {
            _policy.Reset();
            if (!Connected && !_attempting)
            {
                _due = up;
            }
        }
    }
}
