namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// The one thread that owns <see cref="NodeCore"/>. Everything else reaches the core through the <see cref="Mailbox"/>. Besides, it reads
    /// the inputs' levels whenever nothing came for a while, so that an edge that was lost on the way costs a second, not the event.
    /// </summary>
    public sealed class NodeLoop
    {
        /// <summary>Longest wait, ms.</summary>
        public const int PollMs = 1000;

        /// <summary>Time between readings of the battery, ms.</summary>
        public const long BatteryMs = 3600000;

        /// <summary>How long the radio may take to say goodbye before a sleep, ms.</summary>
        public const int FarewellMs = 8000;

        private const int GoodbyePollMs = 100;

        private readonly NodeLoopParts _parts;
        private readonly SleepPlanner _sleep;
        private SleepPlan _plan;
        private long _batteryDue;
        private long _sleepAt;
        private int _seqAtPlan;
        private bool _restsAtPlan;

        /// <summary>Boots the core with the inputs' present levels, and with what woke the node.</summary>
        public NodeLoop(NodeLoopParts parts)
        {
            _parts = parts;
            long up = parts.Uptime.Up;
            int levels = parts.Inputs.Read();
            NodePorts ports = new NodePorts
            {
                Transport = parts.Radio,
                Storage = parts.Storage,
                Hmac = parts.Hmac,
                Random = parts.Random,
                Led = parts.Light,
            };
            Core = new NodeCore(parts.Record, ports, (levels & SensorInput.Door) != 0, (levels & SensorInput.Tamper) != 0, up);
            _sleep = new SleepPlanner(parts.Record, up);
            _batteryDue = up;
            Core.OnWake(parts.Power.WokenBy, up);
            TakeLevels(levels, up);
        }

        public NodeCore Core { get; }

        /// <summary>One turn: waits for mail, or for the time when something is due, and deals with it. Called in a loop.</summary>
        public void Turn()
        {
            Step(_parts.Mailbox.Wait(TimeToWait(_parts.Uptime.Up)));
        }

        /// <summary>Deals with what is there, without waiting.</summary>
        /// <param name="mail">Whether mail may have come; without, the inputs are read.</param>
        public void Step(bool mail)
        {
            _parts.Watch.Alive(_parts.Uptime.Up);
            TakeMail();
            bool overrun = _parts.Mailbox.TakeOverrun();
            long up = _parts.Uptime.Up;
            if (!mail || overrun)
            {
                TakeLevels(_parts.Inputs.Read(), up);
            }

            if (overrun)
            {
                Core.OnFault(NodeFault.Overrun, up);
            }

            MeasureBattery(up);
            Core.Tick(up);
            _parts.Light.Advance(up);
            if (_plan == null)
            {
                DecideOnSleep(up);
            }
            else
            {
                GoToSleep(up);
            }
        }

        private static long Earlier(long one, long other)
        {
            return one < other ? one : other;
        }

        private int TimeToWait(long up)
        {
            long due = Earlier(Core.NextDue, _parts.Light.NextDue);
            due = Earlier(due, _sleep.NextDue);
            due = Earlier(due, up + (_plan == null ? PollMs : GoodbyePollMs));
            return due > up ? (int)(due - up) : 0;
        }

        private void TakeMail()
        {
            for (Mail mail = _parts.Mailbox.Take(); mail != null; mail = _parts.Mailbox.Take())
            {
                if (mail.Kind == MailKind.Level)
                {
                    Core.SetLevel(mail.Input, mail.Active, mail.Up);
                }
                else if (_parts.Radio.IsCurrent(mail.Link))
                {
                    TakeRadioMail(mail, _parts.Uptime.Up);
                }
            }
        }

        private void TakeRadioMail(Mail mail, long up)
        {
            switch (mail.Kind)
            {
                case MailKind.Message:
                    Core.OnMessage(mail.Topic, mail.Payload, up);
                    break;
                case MailKind.Connected:
                    Core.OnFault(mail.Faults, up);
                    Core.OnConnected(up);
                    break;
                case MailKind.ConnectFailed:
                    _parts.Radio.Disconnect();
                    Core.OnFault(mail.Faults, up);
                    Core.OnConnectFailed(mail.Refused, up);
                    break;
                default:
                    _parts.Radio.Disconnect();
                    Core.OnConnectionLost(up);
                    break;
            }
        }

        private void TakeLevels(int levels, long up)
        {
            for (int input = SensorInput.Door; input <= SensorInput.Help; input <<= 1)
            {
                Core.SetLevel(input, (levels & input) != 0, up);
            }
        }

        private void MeasureBattery(long up)
        {
            if (_parts.Battery != null && up >= _batteryDue)
            {
                _batteryDue = up + BatteryMs;
                Core.SetBattery(_parts.Battery.Read(), up);
            }
        }

        private void DecideOnSleep(long up)
        {
            _plan = _sleep.Decide(Core, _parts.Radio.Busy, up);
            if (_plan != null)
            {
                // The goodbye keeps the broker from publishing the will, which would overwrite the node's state.
                Core.Close(true, up);
                _sleepAt = up + FarewellMs;
                _seqAtPlan = Core.LastSeq;
                _restsAtPlan = !Core.Settling;
            }
        }

        private void GoToSleep(long up)
        {
            if (Core.LastSeq != _seqAtPlan || (Core.Settling && _restsAtPlan))
            {
                // Something moved during the goodbye: it would be lost with the memory.
                _plan = null;
                _sleep.Restart(up);
                Core.OnConnectionLost(up);
            }
            else if (!_parts.Radio.Busy || up >= _sleepAt)
            {
                Core.OnSleep();
                _parts.Light.Dark();
                _parts.Power.Sleep(_plan);
            }
        }
    }
}
