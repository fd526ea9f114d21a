using System;
using System.Threading;

namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The node's MQTT client. The loop calls it as <see cref="ITransport"/> and never waits; everything that blocks happens in
    /// <see cref="Work"/>, on a thread of its own, one link at a time. An attempt that is given up while it blocks costs nothing but that
    /// thread's time: only the newest attempt waits for it.
    /// </summary>
    public sealed class RadioTransport : ITransport
    {
        /// <summary>How long what was handed over may take to be confirmed before the goodbye, ms.</summary>
        public const int FarewellMs = 3000;

        /// <summary>A subscription that is not confirmed within this time, ms, breaks the connection: the node would be deaf.</summary>
        public const int SubscriptionMs = 10000;

        /// <summary>Most messages on the way; the rest waits in the core, which counts what it drops.</summary>
        public const int MaximumUnconfirmed = 20;

        private const int PollMs = 250;

        private readonly object _gate = new object();
        private readonly AutoResetEvent _changed = new AutoResetEvent(false);
        private readonly INetwork _network;
        private readonly IMqttSessionFactory _sessions;
        private readonly Mailbox _mailbox;
        private readonly LoopWatch _watch;
        private readonly IUptime _uptime;
        private readonly bool _needsDate;
        private RadioLink _current;
        private RadioLink _wanted;
        private RadioLink _working;
        private int _subscriptions;
        private long _subscribedAt;

        /// <param name="network">What must be there first.</param>
        /// <param name="sessions">MQTT.</param>
        /// <param name="mailbox">Where outcomes and messages go.</param>
        /// <param name="watch">Told that the thread lives.</param>
        /// <param name="uptime">The clock.</param>
        /// <param name="needsDate">Whether certificates are judged.</param>
        public RadioTransport(INetwork network, IMqttSessionFactory sessions, Mailbox mailbox, LoopWatch watch, IUptime uptime, bool needsDate)
        {
            _network = network;
            _sessions = sessions;
            _mailbox = mailbox;
            _watch = watch;
            _uptime = uptime;
            _needsDate = needsDate;
        }

        /// <summary>Whether an attempt, a goodbye or a confirmation is under way.</summary>
        public bool Busy
        {
            get
            {
                lock (_gate)
                {
                    if (_wanted != null || _working != _current)
                    {
                        return true;
                    }

                    IMqttSession session = _working == null ? null : _working.Session;
                    return _working != null && (session == null || session.Unconfirmed > 0);
                }
            }
        }

        public void BeginConnect(string willTopic, byte[] willPayload)
        {
            lock (_gate)
            {
                _current = new RadioLink(_mailbox, willTopic, willPayload);
                _wanted = _current;
                _subscriptions = 0;
            }

            _changed.Set();
        }

        public void Subscribe(string topic)
        {
            IMqttSession session = Session();
            if (session != null)
            {
                lock (_gate)
                {
                    _subscriptions++;
                    _subscribedAt = _uptime.Up;
                }

                session.Subscribe(topic);
            }
        }

        public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
        {
            IMqttSession session = Session();
            return session != null && session.Unconfirmed < MaximumUnconfirmed && session.TryPublish(topic, payload, atLeastOnce, retain);
        }

        public void Disconnect()
        {
            lock (_gate)
            {
                Forget();
            }

            _changed.Set();
        }

        /// <summary>Whether a link is the one that counts.</summary>
        public bool IsCurrent(RadioLink link)
        {
            lock (_gate)
            {
                return link != null && link == _current;
            }
        }

        /// <summary>Waits for something to do, at most a quarter of a second, and does it: a whole connection's life. Called in a loop.</summary>
        public void Work()
        {
            _watch.Alive(_uptime.Up);
            _changed.WaitOne(PollMs, false);
            lock (_gate)
            {
                _working = _wanted;
                _wanted = null;
            }

            if (_working != null)
            {
                Serve(_working);
                lock (_gate)
                {
                    _working = null;
                }
            }
        }

        private void Serve(RadioLink link)
        {
            IMqttSession session = null;
            int faults = 0;
            try
            {
                session = Open(link, ref faults);
                Keep(link, session, faults);
            }
            catch (MqttRefusedException)
            {
                Fail(link, true, faults);
            }
            catch (Exception)
            {
                // The network's own exceptions differ from version to version, and none of them may end this thread.
                Fail(link, false, faults);
            }

            if (session != null)
            {
                session.Close();
            }
        }

        private IMqttSession Open(RadioLink link, ref int faults)
        {
            if (!_network.Join())
            {
                faults = NodeFault.NoNetwork;
                return null;
            }

            _watch.Alive(_uptime.Up);
            if (_needsDate && !_network.SetClock())
            {
                faults = NodeFault.NoTime;
            }

            _watch.Alive(_uptime.Up);
            return link.Lives ? _sessions.Create(link) : null;
        }

        /// <summary>Connects and stays until the link ends.</summary>
        private void Keep(RadioLink link, IMqttSession session, int faults)
        {
            if (session == null)
            {
                Fail(link, false, faults);
                return;
            }

            session.Open(link.WillTopic, link.WillPayload);
            if (!link.Opened(session))
            {
                Fail(link, false, faults);
                return;
            }

            _mailbox.PostConnected(link, faults);
            while (link.Lives)
            {
                _watch.Alive(_uptime.Up);
                _changed.WaitOne(PollMs, false);
                if (IsDeaf(session))
                {
                    link.OnLost();
                }
            }

            WaitForConfirmations(link, session);
        }

        /// <summary>Before the goodbye: a message that is dropped there is lost, and with it perhaps the state that the broker keeps.</summary>
        private void WaitForConfirmations(RadioLink link, IMqttSession session)
        {
            long end = _uptime.Up + FarewellMs;
            while (link.Session != null && session.Unconfirmed > 0 && _uptime.Up < end)
            {
                _watch.Alive(_uptime.Up);
                _changed.WaitOne(PollMs, false);
            }
        }

        private bool IsDeaf(IMqttSession session)
        {
            lock (_gate)
            {
                bool late = _subscriptions > 0 && _uptime.Up - _subscribedAt > SubscriptionMs;
                return session.SubscriptionRefused || (late && session.UnconfirmedSubscriptions > 0);
            }
        }

        private void Fail(RadioLink link, bool refused, int faults)
        {
            if (!link.GivenUp)
            {
                _mailbox.PostConnectFailed(link, refused, faults);
            }
        }

        private IMqttSession Session()
        {
            lock (_gate)
            {
                return _current == null ? null : _current.Session;
            }
        }

        private void Forget()
        {
            if (_current != null)
            {
                _current.GiveUp();
                _wanted = _wanted == _current ? null : _wanted;
                _current = null;
            }
        }
    }
}
