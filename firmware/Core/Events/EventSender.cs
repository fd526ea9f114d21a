namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Publishes the oldest events and again, at growing intervals, until the gateway acknowledges them. A broker's own acknowledgement does
    /// not count: a killed broker loses what it acknowledged.
    /// </summary>
    public sealed class EventSender
    {
        /// <summary>Most events that are on the way at a time.</summary>
        public const int Window = 16;

        /// <summary>The first interval, ms; it doubles up to sixteen times this.</summary>
        public const int FirstResendMs = 5000;

        private const int MaximumDoublings = 4;

        private readonly EventQueue _queue;
        private readonly Outlet _outlet;
        private readonly MessageAuthenticator _authenticator;
        private readonly string _topic;
        private readonly string _node;

        public EventSender(EventQueue queue, Outlet outlet, MessageAuthenticator authenticator, string topic, string node)
        {
            _queue = queue;
            _outlet = outlet;
            _authenticator = authenticator;
            _topic = topic;
            _node = node;
        }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue
        {
            get
            {
                long due = long.MaxValue;
                for (int i = 0; i < _queue.Count && i < Window; i++)
                {
                    if (DueOf(_queue[i]) < due)
                    {
                        due = DueOf(_queue[i]);
                    }
                }

                return due;
            }
        }

        public void Advance(int boot, long up)
        {
            for (int i = 0; i < _queue.Count && i < Window; i++)
            {
                QueuedEvent queued = _queue[i];
                if (DueOf(queued) > up)
                {
                    continue;
                }

                if (!_outlet.TryPublish(_topic, EventMessage.Build(_node, boot, queued, up, _authenticator), false, up))
                {
                    return;
                }

                queued.Attempts++;
                queued.SentAt = up;
            }
        }

        private static long DueOf(QueuedEvent queued)
        {
            if (queued.Attempts == 0)
            {
                return 0;
            }

            int doublings = queued.Attempts - 1 < MaximumDoublings ? queued.Attempts - 1 : MaximumDoublings;
            return queued.SentAt + ((long)FirstResendMs << doublings);
        }
    }
}
