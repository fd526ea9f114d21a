using System;
using System.Text;
using System.Threading;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Node
{
    /// <summary>
    /// One connection of M2Mqtt. Its events come from one thread of the library, which must never wait: they count, or go to the link, which
    /// posts them to the node's loop.
    /// </summary>
    internal sealed class M2MqttSession : IMqttSession
    {
        private const ushort KeepAliveSeconds = 30;

        /// <summary>How long the library may take to close, ms.</summary>
        private const int CloseMs = 4000;

        private static readonly MqttQoSLevel[] OnceAtLeast = { MqttQoSLevel.AtLeastOnce };

        private readonly object _gate = new object();
        private readonly AutoResetEvent _closed = new AutoResetEvent(false);
        private readonly MqttClient _client;
        private readonly ProvisioningRecord _record;
        private readonly RadioLink _link;
        private int _messages;
        private int _subscriptions;
        private bool _refused;

        internal M2MqttSession(MqttClient client, ProvisioningRecord record, RadioLink link)
        {
            _client = client;
            _record = record;
            _link = link;
            client.MqttMsgPublishReceived += OnMessage;
            client.MqttMsgPublished += OnPublished;
            client.MqttMsgSubscribed += OnSubscribed;
            client.ConnectionClosed += OnClosed;
        }

        public int Unconfirmed
        {
            get
            {
                lock (_gate)
                {
                    return _messages + _subscriptions;
                }
            }
        }

        public int UnconfirmedSubscriptions
        {
            get
            {
                lock (_gate)
                {
                    return _subscriptions;
                }
            }
        }

        public bool SubscriptionRefused
        {
            get
            {
                lock (_gate)
                {
                    return _refused;
                }
            }
        }

        public void Open(string willTopic, byte[] willPayload)
        {
            string will = Encoding.UTF8.GetString(willPayload, 0, willPayload.Length);
            MqttReasonCode answer = _client.Connect(
                _record.House + "/" + _record.Node,
                OrNull(_record.User),
                OrNull(_record.Password),
                true,
                MqttQoSLevel.AtLeastOnce,
                true,
                willTopic,
                will,
                true,
                KeepAliveSeconds);
            if (answer == MqttReasonCode.ConnectionRefusedBadUserNameOrPassword || answer == MqttReasonCode.ConnectionRefusedNotAuthorized)
            {
                throw new MqttRefusedException();
            }

            if (answer != MqttReasonCode.Success)
            {
                throw new InvalidOperationException("The broker answered " + ((int)answer).ToString());
            }
        }

        public void Subscribe(string topic)
        {
            lock (_gate)
            {
                _subscriptions++;
            }

            _client.Subscribe(new string[] { topic }, OnceAtLeast);
        }

        public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
        {
            if (!_client.IsConnected)
            {
                return false;
            }

            // Counted first: the confirmation may come before the call returns.
            Count(atLeastOnce ? 1 : 0);
            try
            {
                _client.Publish(topic, payload, null, null, atLeastOnce ? MqttQoSLevel.AtLeastOnce : MqttQoSLevel.AtMostOnce, retain);
                return true;
            }
            catch (MqttClientException)
            {
                Count(atLeastOnce ? -1 : 0);
                return false;
            }
        }

        public void Close()
        {
            try
            {
                if (_client.IsConnected)
                {
                    // The library closes on its own thread, a while after the goodbye: a sleep must not cut that off.
                    _client.Disconnect();
                    _closed.WaitOne(CloseMs, false);
                }

                _client.Close();
            }
            catch (Exception)
            {
                // The connection may break under the goodbye; then there is nothing left to close.
            }
        }

        private static string OrNull(string text)
        {
            return text.Length > 0 ? text : null;
        }

        private void Count(int messages)
        {
            lock (_gate)
            {
                _messages += messages;
                _messages = _messages < 0 ? 0 : _messages;
            }
        }

        private void OnMessage(object sender, MqttMsgPublishEventArgs e)
        {
            _link.OnMessage(e.Topic, e.Message);
        }

        /// <summary>Confirmed, or given up by the library after three attempts: in both cases it holds the message no longer.</summary>
        private void OnPublished(object sender, MqttMsgPublishedEventArgs e)
        {
            Count(-1);
        }

        private void OnSubscribed(object sender, MqttMsgSubscribedEventArgs e)
        {
            lock (_gate)
            {
                _subscriptions--;
                MqttQoSLevel[] granted = e.GrantedQoSLevels;
                _refused = _refused || granted == null || granted.Length == 0 || granted[0] == MqttQoSLevel.GrantedFailure;
            }
        }

        private void OnClosed(object sender, EventArgs e)
        {
            _closed.Set();
            _link.OnLost();
        }
    }
}
