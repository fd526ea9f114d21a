namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Unacknowledged events in the order of their numbers, at most 256. A full queue gives up the oldest motion, then battery, door and
    /// tamper events; what is given up leaves a gap in the numbers and is counted. A help event is never given up: at most one is held, since a
    /// second press while the first is on its way says nothing more.
    /// </summary>
    public sealed class EventQueue
    {
        public const int Capacity = 256;

        private readonly QueuedEvent[] _events = new QueuedEvent[Capacity];

        public int Count { get; private set; }

        /// <summary>Events given up since boot.</summary>
        public int Dropped { get; private set; }

        /// <summary>The number of the next event.</summary>
        public int NextSeq { get; private set; } = 1;

        public QueuedEvent this[int index] => _events[index];

        /// <summary>Adds an event under the next number.</summary>
        public void Add(EventKind kind, string value, long up)
        {
            if (kind == EventKind.Help && Contains(EventKind.Help))
            {
                return;
            }

            QueuedEvent added = new QueuedEvent(NextSeq, kind, value, up);
            NextSeq++;
            if (Count == Capacity && !MakeRoom(kind))
            {
                Dropped++;
                return;
            }

            _events[Count] = added;
            Count++;
        }

        public bool Contains(EventKind kind)
        {
            return IndexOf(kind) >= 0;
        }

        /// <summary>The newest event of a kind with at most this number, or null.</summary>
        public QueuedEvent NewestUpTo(EventKind kind, int seq)
        {
            for (int i = Count - 1; i >= 0; i--)
            {
                if (_events[i].Kind == kind && _events[i].Seq <= seq)
                {
                    return _events[i];
                }
            }

            return null;
        }

        /// <summary>Removes all events up to a number.</summary>
        public void Acknowledge(int seq)
        {
            int done = 0;
            while (done < Count && _events[done].Seq <= seq)
            {
                done++;
            }

            RemoveFirst(done);
        }

        /// <summary>Numbers what is held afresh from 1, for a boot number that nobody has used.</summary>
        public void Renumber()
        {
            for (int i = 0; i < Count; i++)
            {
                _events[i].Seq = i + 1;
            }

            NextSeq = Count + 1;
            ForgetAttempts();
        }

        /// <summary>After a connection is lost everything is to be published again.</summary>
        public void ForgetAttempts()
        {
            for (int i = 0; i < Count; i++)
            {
                _events[i].Attempts = 0;
            }
        }

        /// <summary>Gives up the least valuable event of a kind not above <paramref name="kind"/>; false where there is none.</summary>
        private bool MakeRoom(EventKind kind)
        {
            int victim = OldestMotion();
            for (EventKind k = EventKind.Battery; victim < 0 && k < EventKind.Help && k <= kind; k++)
            {
                victim = IndexOf(k);
            }

            if (victim < 0)
            {
                return false;
            }

            RemoveAt(victim);
            Dropped++;
            return true;
        }

        private int OldestMotion()
        {
            int inside = IndexOf(EventKind.MotionInside);
            int outside = IndexOf(EventKind.MotionOutside);
            return inside < 0 || (outside >= 0 && outside < inside) ? outside : inside;
        }

        private int IndexOf(EventKind kind)
        {
            for (int i = 0; i < Count; i++)
            {
                if (_events[i].Kind == kind)
                {
                    return i;
                }
            }

            return -1;
        }

        private void RemoveFirst(int count)
        {
            for (int i = count; i < Count; i++)
            {
                _events[i - count] = _events[i];
            }

            for (int i = Count - count; i < Count; i++)
            {
                _events[i] = null;
            }

            Count -= count;
        }

        private void RemoveAt(int index)
        {
            for (int i = index + 1; i < Count; i++)
            {
                _events[i - 1] = _events[i];
            }

            Count--;
            _events[Count] = null;
        }
    }
}
