namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// What the light shows. A call for help that does not get through comes first, then what the gateway commanded, then the node's own
    /// faults: nobody shall take a dead node for a calm one, or a lost call for a sent one.
    /// </summary>
    public sealed class LedPolicy
    {
        /// <summary>A call for help that the gateway has not taken after this time, ms, shows as a fault.</summary>
        public const int HelpMs = 15000;

        /// <summary>No connection for this time, ms, shows as a fault.</summary>
        public const int OfflineMs = 60000;

        /// <summary>How long a refused command shows as a fault, ms.</summary>
        public const int RefusedCommandMs = 60000;

        /// <summary>Faults that last, and that somebody at home can see to. Others show as what follows from them, or pass.</summary>
        private const int ShownFaults = NodeFault.Storage | NodeFault.NoTime;

        private const long Never = long.MaxValue;

        private readonly ILedDisplay _display;
        private readonly ConnectionKeeper _connection;
        private LedState _commanded;
        private bool _broken;
        private bool _credentialsRefused;
        private long _helpDue = Never;
        private long _refusedUntil;
        private bool _shownOnce;

        public LedPolicy(ILedDisplay display, ConnectionKeeper connection)
        {
            _display = display;
            _connection = connection;
        }

        /// <summary>What the light shows at present.</summary>
        public LedState Shown { get; private set; }

        public void HelpPressed(long up)
        {
            if (_helpDue == Never)
            {
                _helpDue = up + HelpMs;
            }

            // It answered an earlier call: nobody has read this one.
            _commanded = _commanded == LedState.Acknowledged ? LedState.Calm : _commanded;
        }

        /// <summary>The gateway has stored the call.</summary>
        public void HelpTaken()
        {
            _helpDue = Never;
            _commanded = LedState.Sent;
        }

        public void Command(LedState state)
        {
            _commanded = state;
        }

        /// <summary>The node met faults, bits of <see cref="NodeFault"/>; those of <see cref="ShownFaults"/> show until the next boot.</summary>
        public void Note(int faults)
        {
            _broken = _broken || (faults & ShownFaults) != 0;
        }

        /// <summary>Whether the last attempt was refused for its credentials.</summary>
        public void CredentialsRefused(bool refused)
        {
            _credentialsRefused = refused;
        }

        public void CommandRefused(long up)
        {
            _refusedUntil = up + RefusedCommandMs;
        }

        /// <summary>When <see cref="Advance"/> is next needed.</summary>
        public long NextDue(long up)
        {
            long due = up < _helpDue ? _helpDue : Never;
            due = up < _refusedUntil && _refusedUntil < due ? _refusedUntil : due;
            long offline = _connection.Connected ? Never : _connection.DownSince + OfflineMs;
            return up < offline && offline < due ? offline : due;
        }

        public void Advance(long up)
        {
            LedState state = Choose(up);
            if (state != Shown || !_shownOnce)
            {
                _shownOnce = true;
                Shown = state;
                _display.Show(state);
            }
        }

        private LedState Choose(long up)
        {
            if (up >= _helpDue)
            {
                return LedState.Fault;
            }

            if (_commanded != LedState.Calm)
            {
                return _commanded;
            }

            bool offline = !_connection.Connected && (_credentialsRefused || up - _connection.DownSince >= OfflineMs);
            return _broken || offline || up < _refusedUntil ? LedState.Fault : LedState.Calm;
        }
    }
}
