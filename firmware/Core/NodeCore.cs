using System.Text;

namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// A sensor node without its hardware. Everything it does happens within a call of one of its methods, at the time that the call gives, in
    /// ms since boot; times that go backwards are taken as standing still. Not thread-safe: the caller serialises, and calls
    /// <see cref="Tick"/> at <see cref="NextDue"/> at the latest.
    /// </summary>
    public sealed class NodeCore : IEventSink
    {
        /// <summary>How long an uncertain boot number waits for the gateway, ms after the connection.</summary>
        public const int ConfirmationMs = 10000;

        private readonly ProvisioningRecord _record;
        private readonly ITransport _transport;
        private readonly Topics _topics;
        private readonly BootCounter _counter;
        private readonly LastLevels _levels;
        private readonly LastLedCommand _lastLed;
        private readonly PendingHelp _help;
        private readonly MessageAuthenticator _authenticator;
        private readonly CommandReader _commands;
        private readonly EventQueue _queue = new EventQueue();
        private readonly Outlet _outlet;
        private readonly EventSender _sender;
        private readonly SensorBank _sensors;
        private readonly ConnectionKeeper _connection;
        private readonly HealthReporter _health;
        private readonly HomeAssistantAnnouncer _announcer;
        private readonly LedPolicy _led;
        private long _now;
        private long _holdUntil;
        private bool _availabilityDue;

        /// <summary>
        /// Starts a boot: counts it, takes the present levels of door contact and enclosure switch, and begins to connect at the first
        /// <see cref="Tick"/>. A level that differs from what the gateway last acknowledged becomes an event.
        /// </summary>
        public NodeCore(ProvisioningRecord record, NodePorts ports, bool doorOpen, bool tampered, long up)
        {
            _record = record;
            _transport = ports.Transport;
            _now = up;
            _topics = new Topics(record.House, record.Node);
            _authenticator = new MessageAuthenticator(record.House, record.Node, record.Key, ports.Hmac);
            _commands = new CommandReader(_authenticator);
            _outlet = new Outlet(_transport);
            _sender = new EventSender(_queue, _outlet, _authenticator, _topics.Event, record.Node);
            _connection = new ConnectionKeeper(
                _transport, new ReconnectPolicy(ports.Random), _topics.Availability, Encoding.UTF8.GetBytes(Availability.Offline), up);
            _health = new HealthReporter(record.OnBattery);
            _led = new LedPolicy(ports.Led, _connection);
            _sensors = new SensorBank(record, doorOpen, tampered, up, this);
            _announcer = new HomeAssistantAnnouncer(record, _topics, _sensors, ports.Random);
            _counter = new BootCounter(ports.Storage);
            _levels = new LastLevels(ports.Storage);
            _lastLed = new LastLedCommand(ports.Storage);
            _help = new PendingHelp(ports.Storage);
            NoteStorageFaults();
            ReportChangedLevels(doorOpen, tampered, up);
            CallAgain(up);
        }

        /// <summary>Number of this boot.</summary>
        public int Boot => _counter.Boot;

        /// <summary>Events that the gateway has not acknowledged.</summary>
        public int Queued => _queue.Count;

        /// <summary>Number of the newest event of this boot; 0 before the first.</summary>
        public int LastSeq => _queue.NextSeq - 1;

        /// <summary>Whether an input has moved that may yet become an event when time goes on: a contact at rest, motion after its hold.</summary>
        public bool Settling => _sensors.NextDue < long.MaxValue;

        /// <summary>Events given up because the queue was full.</summary>
        public int Dropped => _queue.Dropped;

        /// <summary>Bits of <see cref="NodeFault"/>.</summary>
        public int Faults { get; private set; }

        public bool Connected => _connection.Connected;

        /// <summary>Whether a call for help waits for the gateway's acknowledgement.</summary>
        public bool HelpPending => _help.Pending && _sensors.Has(SensorInput.Help);

        /// <summary>Sleeps since the pending call for help was made, up to <see cref="PendingHelp.MaximumRetries"/>.</summary>
        public int HelpRetries => _help.Retries;

        /// <summary>Whether this boot has told its presence, its health and its state.</summary>
        public bool Reported => _health.Reported && _health.NextDue > _now && !_availabilityDue && _announcer.NextDue > _now;

        /// <summary>What the light shows.</summary>
        public LedState Led => _led.Shown;

        /// <summary>Commands that were malformed or not the gateway's.</summary>
        public int CommandsRefused { get; private set; }

        /// <summary>When <see cref="Tick"/> is next needed; later than the last call's time.</summary>
        public long NextDue
        {
            get
            {
                long due = Earlier(_sensors.NextDue, _connection.NextDue);
                due = Earlier(due, _led.NextDue(_now));
                if (_connection.Connected)
                {
                    long work = Earlier(_health.NextDue, _announcer.NextDue);
                    work = Earlier(work, _queue.Count == 0 ? long.MaxValue : HeldBack ? _holdUntil : _sender.NextDue);
                    work = _availabilityDue ? 0 : work;
                    due = Earlier(due, work < _outlet.PausedUntil ? _outlet.PausedUntil : work);
                }

                return due > _now ? due : _now + 1;
            }
        }

        private bool HeldBack => !_counter.Certain && _now < _holdUntil;

        /// <summary>The level of a digital input (see <see cref="SensorInput"/> for what is active), with the time of its edge.</summary>
        public void SetLevel(int input, bool active, long up)
        {
            Advance(up);
            _sensors.SetRaw(input, active, _now);
            Work();
        }

        /// <summary>A battery reading in mV.</summary>
        public void SetBattery(int millivolts, long up)
        {
            Advance(up);
            if (_sensors.Battery != null)
            {
                _sensors.Battery.Read(millivolts, _now);
                _announcer.StateChanged();
            }

            Work();
        }

        /// <summary>Whether the sensor of an input is active, after its rules; false where it is not fitted.</summary>
        public bool IsActive(int input)
        {
            return _sensors.IsActive(input);
        }

        /// <summary>
        /// Once after the start: the inputs that woke the node, bits of <see cref="SensorInput"/>. A button may be released, and a door
        /// closed again, before the board has booted and reads their levels; the wake itself proves the move.
        /// </summary>
        public void OnWake(int inputs, long up)
        {
            Advance(up);
            IEventSink sink = this;
            if ((inputs & SensorInput.Help) != 0 && _sensors.Has(SensorInput.Help))
            {
                sink.Emit(EventKind.Help, EventValue.Pressed, _now);
            }

            Passed(inputs & SensorInput.Door, EventKind.Door, EventValue.Open, EventValue.Closed);
            Passed(inputs & SensorInput.Tamper, EventKind.Tamper, EventValue.On, EventValue.Off);
            Work();
        }

        /// <summary>The surroundings met a fault: bits of <see cref="NodeFault"/>.</summary>
        public void OnFault(int faults, long up)
        {
            Advance(up);
            NoteFault(faults);
            Work();
        }

        /// <summary>Lets time pass.</summary>
        public void Tick(long up)
        {
            Advance(up);
            Work();
        }

        /// <summary>The network is there again.</summary>
        public void OnNetworkAvailable(long up)
        {
            Advance(up);
            _connection.RetryNow(_now);
            Work();
        }

        /// <summary>The attempt succeeded.</summary>
        public void OnConnected(long up)
        {
            Advance(up);
            _connection.Succeeded();
            _led.CredentialsRefused(false);
            _holdUntil = _now + ConfirmationMs;
            _queue.ForgetAttempts();
            _transport.Subscribe(_topics.Command);
            if (_record.HomeAssistant)
            {
                _transport.Subscribe(Topics.HomeAssistantStatus);
            }

            _availabilityDue = true;
            _announcer.Connected(_now);
            _health.Request();
            Work();
        }

        /// <summary>The attempt failed; <paramref name="refused"/> where the broker refused the credentials.</summary>
        public void OnConnectFailed(bool refused, long up)
        {
            Advance(up);
            if (refused)
            {
                NoteFault(NodeFault.BrokerRefused);
            }

            _led.CredentialsRefused(refused);
            _connection.Failed(refused, _now);
            Work();
        }

        /// <summary>The connection broke.</summary>
        public void OnConnectionLost(long up)
        {
            Advance(up);
            _connection.Lost(_now);
            Work();
        }

        /// <summary>A message arrived.</summary>
        public void OnMessage(string topic, byte[] payload, long up)
        {
            Advance(up);
            if (topic == _topics.Command)
            {
                Obey(_commands.Read(payload));
            }
            else if (topic == Topics.HomeAssistantStatus && IsOnline(payload))
            {
                _announcer.HomeAssistantStarted(_now);
            }

            Work();
        }

        /// <summary>
        /// Says goodbye before a sleep or an orderly end: the broker then keeps the state, and shows the node as it chose. No connection is
        /// tried any more until <see cref="OnConnectionLost"/>: one that begins during the goodbye would end by its will.
        /// </summary>
        public void Close(bool available, long up)
        {
            Advance(up);
            if (_connection.Connected)
            {
                string last = available ? Availability.Online : Availability.Offline;
                _transport.TryPublish(_topics.Availability, Encoding.UTF8.GetBytes(last), true, true);
            }

            _connection.Suspend();
            _transport.Disconnect();
        }

        /// <summary>The node sleeps at once: a call for help that waits is tried again, after a time that grows with each sleep.</summary>
        public void OnSleep()
        {
            if (HelpPending && !_help.NoteRetry())
            {
                NoteFault(NodeFault.Storage);
            }
        }

        void IEventSink.Emit(EventKind kind, string value, long up)
        {
            _queue.Add(kind, value, up);
            _announcer.StateChanged();
            if (kind == EventKind.Help)
            {
                _led.HelpPressed(_now);
                NoteHelp(true);
            }
        }

        private static long Earlier(long one, long other)
        {
            return one < other ? one : other;
        }

        private static bool IsOnline(byte[] payload)
        {
            byte[] online = Encoding.UTF8.GetBytes(Availability.Online);
            bool same = payload != null && payload.Length == online.Length;
            for (int i = 0; same && i < online.Length; i++)
            {
                same = payload[i] == online[i];
            }

            return same;
        }

        private void Advance(long up)
        {
            if (up > _now)
            {
                _now = up;
            }

            _sensors.Advance(_now);
        }

        private void Work()
        {
            _connection.Advance(_now);
            _led.Advance(_now);
            if (!_connection.Connected)
            {
                return;
            }

            if (_availabilityDue)
            {
                _availabilityDue = !_outlet.TryPublish(_topics.Availability, Encoding.UTF8.GetBytes(Availability.Online), true, _now);
            }

            if (_now >= _health.NextDue)
            {
                PublishHealth();
            }

            if (_queue.Count > 0 && !HeldBack)
            {
                // Once it is used, an acknowledgement of this boot speaks of what this boot sent.
                _counter.Confirm();
                _sender.Advance(_counter.Boot, _now);
            }

            _announcer.Advance(_outlet, Faults, _now);
        }

        private void PublishHealth()
        {
            int battery = _sensors.Battery == null ? 0 : _sensors.Battery.Millivolts;
            byte[] message = HealthMessage.Build(_record.Node, _counter.Boot, _now, _queue, battery, Faults, _authenticator);
            if (_outlet.TryPublish(_topics.Health, message, false, _now))
            {
                _health.Sent(_now);
            }
        }

        private void Obey(NodeCommand command)
        {
            if (command == null)
            {
                CommandsRefused++;
                NoteFault(NodeFault.CommandRefused);
                _led.CommandRefused(_now);
            }
            else if (command.IsAcknowledgement)
            {
                Acknowledge(command.Boot, command.Seq);
            }
            else if (_lastLed.Accept(command.Id))
            {
                _led.Command(command.Led);
                NoteStorageFaults();
            }
        }

        private void Acknowledge(int boot, int seq)
        {
            bool usedBefore = boot == _counter.Boot && (seq >= _queue.NextSeq || (!_counter.Certain && seq > 0));
            if (boot > _counter.Boot || usedBefore)
            {
                RaiseBoot(boot);
            }
            else if (boot == _counter.Boot)
            {
                _counter.Confirm();
                TakeAcknowledged(seq);
            }
        }

        /// <summary>The gateway knows this boot number from an earlier boot: the counter was lost. What is held goes under a fresh number.</summary>
        private void RaiseBoot(int boot)
        {
            _counter.RaiseAbove(boot);
            _queue.Renumber();
            NoteStorageFaults();
            _health.Request();
        }

        private void TakeAcknowledged(int seq)
        {
            for (int i = 0; i < _queue.Count && _queue[i].Seq <= seq; i++)
            {
                _levels.Note(_queue[i].Kind, _queue[i].Value);
            }

            if (_queue.NewestUpTo(EventKind.Help, seq) != null)
            {
                _led.HelpTaken();
                NoteHelp(false);
            }

            _queue.Acknowledge(seq);
            if (!_levels.Save())
            {
                NoteFault(NodeFault.Storage);
            }
        }

        private void NoteStorageFaults()
        {
            if (_counter.Damaged || _levels.Damaged || _lastLed.Damaged || _lastLed.Unwritten || _help.Damaged || !_counter.Stored)
            {
                NoteFault(NodeFault.Storage);
            }

            if (_counter.Lost)
            {
                NoteFault(NodeFault.BootCounter);
            }
        }

        private void NoteFault(int fault)
        {
            if ((Faults & fault) != fault)
            {
                Faults |= fault;
                _led.Note(fault);
                _health.Request();
                _announcer.StateChanged();
            }
        }

        private void NoteHelp(bool pending)
        {
            if (!_help.Note(pending))
            {
                NoteFault(NodeFault.Storage);
            }
        }

        /// <summary>A contact woke the node and rests again where the gateway knows it: it moved and came back.</summary>
        private void Passed(int input, EventKind kind, string active, string inactive)
        {
            if (input == 0 || !_sensors.Has(input) || _queue.Contains(kind))
            {
                return;
            }

            IEventSink sink = this;
            bool isActive = _sensors.IsActive(input);
            sink.Emit(kind, isActive ? inactive : active, _now);
            sink.Emit(kind, isActive ? active : inactive, _now);
        }

        /// <summary>A call that was not acknowledged before the last boot's end.</summary>
        private void CallAgain(long up)
        {
            IEventSink sink = this;
            if (_help.Pending && _sensors.Has(SensorInput.Help))
            {
                sink.Emit(EventKind.Help, EventValue.Pressed, up);
            }
        }

        private void ReportChangedLevels(bool doorOpen, bool tampered, long up)
        {
            IEventSink sink = this;
            if (_sensors.Has(SensorInput.Door) && doorOpen != _levels.DoorOpen)
            {
                sink.Emit(EventKind.Door, doorOpen ? EventValue.Open : EventValue.Closed, up);
            }

            if (_sensors.Has(SensorInput.Tamper) && tampered != _levels.Tampered)
            {
                sink.Emit(EventKind.Tamper, tampered ? EventValue.On : EventValue.Off, up);
            }
        }
    }
}
