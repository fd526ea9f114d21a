namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// One attempt to connect and, where it succeeds, one connection. What happens to one that the loop gave up no longer counts: M2Mqtt tells
    /// the end of a connection also where the node ended it. Thread-safe.
    /// </summary>
    public sealed class RadioLink
    {
        private readonly object _gate = new object();
        private readonly Mailbox _mailbox;
        private IMqttSession _session;
        private bool _given;
        private bool _open;
        private bool _lost;

        public RadioLink(Mailbox mailbox, string willTopic, byte[] willPayload)
        {
            _mailbox = mailbox;
            WillTopic = willTopic;
            WillPayload = willPayload;
        }

        internal string WillTopic { get; }

        internal byte[] WillPayload { get; }

        /// <summary>The open session, or null.</summary>
        internal IMqttSession Session
        {
            get
            {
                lock (_gate)
                {
                    return _open && !_lost ? _session : null;
                }
            }
        }

        /// <summary>Whether the loop still wants it, and it has not broken.</summary>
        internal bool Lives
        {
            get
            {
                lock (_gate)
                {
                    return !_given && !_lost;
                }
            }
        }

        /// <summary>Whether the loop has given it up.</summary>
        internal bool GivenUp
        {
            get
            {
                lock (_gate)
                {
                    return _given;
                }
            }
        }

        /// <summary>The session got a message.</summary>
        public void OnMessage(string topic, byte[] payload)
        {
            if (Lives)
            {
                _mailbox.PostMessage(this, topic, payload);
            }
        }

        /// <summary>The session broke. Told on once, and only where it had been open.</summary>
        public void OnLost()
        {
            bool tell;
            lock (_gate)
            {
                tell = _open && !_lost && !_given;
                _lost = true;
            }

            if (tell)
            {
                _mailbox.PostLost(this);
            }
        }

        /// <summary>The session is open. False where the link was given up, or broke, before.</summary>
        internal bool Opened(IMqttSession session)
        {
            lock (_gate)
            {
                if (_given || _lost)
                {
                    return false;
                }

                _session = session;
                _open = true;
                return true;
            }
        }

        /// <summary>The loop is done with it.</summary>
        internal void GiveUp()
        {
            lock (_gate)
            {
                _given = true;
            }
        }
    }
}
