using System.Threading;

namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Carries what happens on other threads (pin events, MQTT, the radio) to the node's loop. Posting never blocks and never fails. What
    /// does not fit is dropped and told by <see cref="TakeOverrun"/>: the loop then reads the inputs themselves, and the gateway sends its
    /// acknowledgements again. Thread-safe.
    /// </summary>
    public sealed class Mailbox
    {
        /// <summary>Most edges and messages that wait.</summary>
        public const int Capacity = 64;

        /// <summary>Most messages among them.</summary>
        public const int MessageCapacity = 16;

        /// <summary>Room beyond, for the outcomes of connections: each has two at most, and two connections exist at a time.</summary>
        private const int Reserve = 8;

        private readonly object _gate = new object();
        private readonly AutoResetEvent _arrived = new AutoResetEvent(false);
        private readonly Mail[] _mails = new Mail[Capacity + Reserve];
        private int _first;
        private int _count;
        private int _messages;
        private bool _overrun;

        public void PostLevel(int input, bool active, long up)
        {
            Post(new Mail(MailKind.Level, null) { Input = input, Active = active, Up = up }, Capacity);
        }

        public void PostMessage(RadioLink link, string topic, byte[] payload)
        {
            byte[] kept = payload != null && payload.Length <= CommandReader.MaximumLength ? payload : null;
            Post(new Mail(MailKind.Message, link) { Topic = topic, Payload = kept }, Capacity);
        }

        public void PostConnected(RadioLink link, int faults)
        {
            Post(new Mail(MailKind.Connected, link) { Faults = faults }, Capacity + Reserve);
        }

        public void PostConnectFailed(RadioLink link, bool refused, int faults)
        {
            Post(new Mail(MailKind.ConnectFailed, link) { Refused = refused, Faults = faults }, Capacity + Reserve);
        }

        public void PostLost(RadioLink link)
        {
            Post(new Mail(MailKind.Lost, link), Capacity + Reserve);
        }

        /// <summary>The oldest, or null.</summary>
        public Mail Take()
        {
            lock (_gate)
            {
                if (_count == 0)
                {
                    return null;
                }

                Mail mail = _mails[_first];
                _mails[_first] = null;
                _first = (_first + 1) % _mails.Length;
                _count--;
                _messages -= mail.Kind == MailKind.Message ? 1 : 0;
                return mail;
            }
        }

        /// <summary>Whether something was dropped since the last call.</summary>
        public bool TakeOverrun()
        {
            lock (_gate)
            {
                bool overrun = _overrun;
                _overrun = false;
                return overrun;
            }
        }

        /// <summary>Returns when something has arrived or the time is over; false in the latter case.</summary>
        public bool Wait(int milliseconds)
        {
            return _arrived.WaitOne(milliseconds, false);
        }

        private void Post(Mail mail, int limit)
        {
            lock (_gate)
            {
                bool isMessage = mail.Kind == MailKind.Message;
                if (_count >= limit || (isMessage && _messages >= MessageCapacity))
                {
                    _overrun = true;
                }
                else
                {
                    _mails[(_first + _count) % _mails.Length] = mail;
                    _count++;
                    _messages += isMessage ? 1 : 0;
                }
            }

            _arrived.Set();
        }
    }
}
