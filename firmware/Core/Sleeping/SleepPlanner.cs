namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// Decides when a battery node sleeps. It does when everything is told and acknowledged and nothing more came for a while; or when it has
    /// been awake for too long, since a battery that is empty tells nothing at all. A PIR must stay powered: a node with one never sleeps.
    /// </summary>
    /// <remarks>
    /// A contact wakes the node by the level opposite to its present one, once it rests, whether that was told or not. It is the level that
    /// wakes, not the edge: a door that moves between the decision and the sleep ends the sleep at once.
    /// </remarks>
    public sealed class SleepPlanner
    {
        /// <summary>How long everything must have been done, ms: a command may be on its way.</summary>
        public const int LingerMs = 5000;

        /// <summary>Longest time awake without a call for help that the gateway has taken, ms.</summary>
        public const int AwakeMs = 60000;

        /// <summary>Longest time awake after a call for help that the gateway has taken, ms: its answer can only be shown by a node that is awake.</summary>
        public const int HelpAwakeMs = 900000;

        /// <summary>How long a worker's answer is shown, ms.</summary>
        public const int ShowMs = 30000;

        /// <summary>The heartbeat, ms.</summary>
        public const long HeartbeatMs = 3600000;

        /// <summary>The timer where something could not be told, ms.</summary>
        public const long RetryMs = 900000;

        /// <summary>The first timer where a call for help could not be told, ms.</summary>
        public const long HelpRetryMs = 60000;

        private const int Motion = SensorInput.MotionInside | SensorInput.MotionOutside;
        private const long Never = long.MaxValue;

        private readonly int _fitted;
        private readonly bool _sleeps;
        private long _awakeSince;
        private long _doneAt = Never;
        private long _answeredAt = Never;
        private bool _pending;
        private bool _taken;

        public SleepPlanner(ProvisioningRecord record, long up)
        {
            _fitted = record.Sensors;
            _sleeps = record.OnBattery && (record.Sensors & Motion) == 0;
            _awakeSince = up;
        }

        /// <summary>When <see cref="Decide"/> is next needed at the latest; <see cref="long.MaxValue"/> where the node never sleeps.</summary>
        public long NextDue { get; private set; } = Never;

        /// <summary>How to sleep now; null: stay awake.</summary>
        public SleepPlan Decide(NodeCore core, bool radioBusy, long up)
        {
            if (!_sleeps)
            {
                return null;
            }

            NoteCall(core, up);
            Note(core, radioBusy, up);
            long due = Due(core);
            NextDue = due > up ? due : up + LingerMs;
            return up >= due ? Plan(core) : null;
        }

        /// <summary>Something came in between: the node's time awake begins anew.</summary>
        public void Restart(long up)
        {
            _awakeSince = up;
            _doneAt = Never;
        }

        /// <summary>
        /// The timer after so many sleeps with the same call pending, ms. It grows: a gateway that stays away must not empty the battery
        /// that the call needs once the gateway is back.
        /// </summary>
        public static long HelpRetry(int retries)
        {
            switch (retries)
            {
                case 0:
                    return HelpRetryMs;
                case 1:
                    return 2 * HelpRetryMs;
                case 2:
                    return 5 * HelpRetryMs;
                default:
                    return RetryMs;
            }
        }

        private static long Earlier(long one, long other)
        {
            return one < other ? one : other;
        }

        private void NoteCall(NodeCore core, long up)
        {
            if (core.HelpPending && !_pending)
            {
                // The time awake is the call's, not the boot's.
                _awakeSince = up;
            }

            _pending = core.HelpPending;
            _taken = !_pending && (_taken || core.Led == LedState.Sent);
        }

        private void Note(NodeCore core, bool radioBusy, long up)
        {
            bool done = core.Connected && core.Reported && core.Queued == 0 && !core.Settling && !radioBusy;
            _doneAt = done ? Earlier(_doneAt, up) : Never;
            _answeredAt = core.Led == LedState.Acknowledged ? Earlier(_answeredAt, up) : Never;
        }

        private long Due(NodeCore core)
        {
            long limit = _awakeSince + (_taken ? HelpAwakeMs : AwakeMs);
            if (_doneAt == Never || core.Led == LedState.Sent)
            {
                return limit;
            }

            long linger = core.Led == LedState.Acknowledged ? _answeredAt + ShowMs : _doneAt + LingerMs;
            return Earlier(limit, linger);
        }

        private SleepPlan Plan(NodeCore core)
        {
            SleepPlan plan = new SleepPlan();
            plan.WakeAfterMs = core.HelpPending ? HelpRetry(core.HelpRetries) : _doneAt == Never ? RetryMs : HeartbeatMs;
            if (core.Settling)
            {
                // A contact that never rests would end every sleep at once.
                return plan;
            }

            bool help = (_fitted & SensorInput.Help) != 0;
            bool door = (_fitted & SensorInput.Door) != 0;
            plan.DoorLevel = door ? Opposite(core.IsActive(SensorInput.Door)) : SleepPlan.NoWake;
            plan.HelpWakes = help && !core.IsActive(SensorInput.Help);

            // The chip has two wake-ups: of three inputs, door and button come first.
            bool tamper = !(door && help) && (_fitted & SensorInput.Tamper) != 0;
            plan.TamperLevel = tamper ? Opposite(core.IsActive(SensorInput.Tamper)) : SleepPlan.NoWake;
            return plan;
        }

        /// <summary>Both contacts pull their pins low at rest.</summary>
        private static int Opposite(bool high)
        {
            return high ? 0 : 1;
        }
    }
}
