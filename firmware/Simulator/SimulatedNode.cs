using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>
/// An ESP32 node on .NET: the firmware's own core, its inputs moved by a program, its MQTT client a real one. Thread-safe. Without power until
/// <see cref="PowerOn"/>.
/// </summary>
/// <remarks>
/// Under a clock that is moved by hand: a contact's move counts when the clock has gone on by 50 ms, and everything that waits (resending,
/// reconnecting, health) waits for that clock. The network takes real time.
/// </remarks>
public sealed class SimulatedNode : IRadioListener, ILedDisplay, IAsyncDisposable
{
    private static readonly TimeSpan HelpPressed = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);
    private static readonly int[] LevelsAfterBoot = [SensorInput.MotionInside, SensorInput.MotionOutside, SensorInput.Help];

    private readonly Lock _gate = new();
    private readonly ProvisioningRecord _record;
    private readonly IStorage _flash;
    private readonly TimeProvider _clock;
    private readonly string? _caFile;
    private readonly NodeRadio _radio;
    private readonly ITimer _tick;
    private readonly ITimer _helpRelease;
    private readonly List<Waiter> _waiting = [];
    private readonly Queue<LedState> _shown = new();
    private NodeCore? _core;
    private long _bootedAt;
    private long _madeBefore;
    private int _levels;
    private int _millivolts;
    private bool _wasConnected;
    private bool _disposed;

    /// <summary>A node without power; <see cref="PowerOn"/> boots it.</summary>
    /// <param name="record">The provisioning record, as it lies on a node's flash.</param>
    /// <param name="flash">What survives the node's power.</param>
    /// <param name="links">MQTT.</param>
    /// <param name="clock">The node's clock and timers.</param>
    /// <param name="caFile">PEM file of the broker's authority; required where the record says TLS.</param>
    public SimulatedNode(ProvisioningRecord record, IStorage flash, IMqttLinkFactory links, TimeProvider clock, string? caFile = null)
    {
        (_record, _flash, _clock, _caFile) = (record, flash, clock, caFile);
        if (record.Tls && caFile is null)
        {
            throw new ArgumentException("The record says TLS: the PEM file of the broker's authority is needed.", nameof(caFile));
        }

        LinkOptions(null).Validate();
        _radio = new NodeRadio(links, LinkOptions, this);
        _tick = clock.CreateTimer(_ => With(core => core.Tick(Up)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _helpRelease = clock.CreateTimer(_ => SetLevel(SensorInput.Help, false), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Raised after each change of <see cref="Led"/>, in order.</summary>
    public event EventHandler<LedChangedEventArgs>? LedChanged;

    /// <summary>Raised after each change of <see cref="Connected"/>.</summary>
    public event EventHandler? ConnectionChanged;

    public string House => _record.House;

    public string Node => _record.Node;

    /// <summary>
    /// Whether nothing is under way at this moment of the clock: every event that was recognised is acknowledged by the gateway, and the radio
    /// is quiet, and connected unless the network was taken away. True without power.
    /// </summary>
    public bool Idle
    {
        get
        {
            lock (_gate)
            {
                return IsIdle();
            }
        }
    }

    /// <summary>Whether no input has moved that may yet become an event when the clock goes on. True without power.</summary>
    public bool Settled => Ask(core => !core.Settling, true);

    public bool Connected => Ask(core => core.Connected, false);

    /// <summary>What the light shows; calm without power.</summary>
    public LedState Led => Ask(core => core.Led, LedState.Calm);

    /// <summary>Number of the present boot; 0 without power.</summary>
    public int Boot => Ask(core => core.Boot, 0);

    /// <summary>Events that the gateway has not acknowledged.</summary>
    public int Queued => Ask(core => core.Queued, 0);

    /// <summary>Events of this boot that were given up because the queue was full.</summary>
    public int Dropped => Ask(core => core.Dropped, 0);

    /// <summary>Bits of <see cref="NodeFault"/>.</summary>
    public int Faults => Ask(core => core.Faults, 0);

    /// <summary>Commands of this boot that were malformed or not the gateway's.</summary>
    public int CommandsRefused => Ask(core => core.CommandsRefused, 0);

    /// <summary>Events made in all boots.</summary>
    public long EventsMade
    {
        get
        {
            lock (_gate)
            {
                return _madeBefore + (_core?.LastSeq ?? 0);
            }
        }
    }

    /// <summary>Why the last attempt to connect failed; null where none has.</summary>
    public MqttLinkException? LastFailure { get; private set; }

    private long Up => (long)_clock.GetElapsedTime(_bootedAt).TotalMilliseconds;

    public void SetDoor(bool open) => SetLevel(SensorInput.Door, open);

    public void SetMotionInside(bool on) => SetLevel(SensorInput.MotionInside, on);

    public void SetMotionOutside(bool on) => SetLevel(SensorInput.MotionOutside, on);

    /// <summary>True: the enclosure is open.</summary>
    public void SetTamper(bool on) => SetLevel(SensorInput.Tamper, on);

    /// <summary>Presses the button for 200 ms of the node's clock.</summary>
    public void PressHelp()
    {
        SetLevel(SensorInput.Help, true);
        _helpRelease.Change(HelpPressed, Timeout.InfiniteTimeSpan);
    }

    public void SetBattery(int millivolts)
    {
        lock (_gate)
        {
            _millivolts = millivolts;
        }

        With(core => core.SetBattery(millivolts, Up));
    }

    /// <summary>Takes the network away: the connection breaks without a farewell, and every attempt fails.</summary>
    public void GoOffline()
    {
        lock (_gate)
        {
            _radio.IsOffline = true;
        }

        With(core =>
        {
            _radio.Drop();
            Disconnected(core, refused: false);
        });
    }

    /// <summary>Brings the network back: the node tries at once.</summary>
    public void GoOnline()
    {
        bool wasOffline;
        lock (_gate)
        {
            wasOffline = _radio.IsOffline;
            _radio.IsOffline = false;
        }

        With(core =>
        {
            if (wasOffline)
            {
                // An attempt that began without a network has nothing to wait for.
                _radio.Drop();
                Disconnected(core, refused: false);
            }

            core.OnNetworkAvailable(Up);
        });
    }

    /// <summary>Boots the node; does nothing where it runs.</summary>
    public void PowerOn()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_core is not null)
            {
                return;
            }

            _bootedAt = _clock.GetTimestamp();
            var ports = new NodePorts { Transport = _radio, Storage = _flash, Hmac = new HostHmac(), Random = new HostRandom(), Led = this };
            _core = new NodeCore(_record, ports, Has(SensorInput.Door), Has(SensorInput.Tamper), 0);
        }

        With(core =>
        {
            foreach (var input in LevelsAfterBoot)
            {
                core.SetLevel(input, Has(input), 0);
            }

            core.SetBattery(_millivolts, 0);
            core.Tick(0);
        });
    }

    /// <summary>
    /// Takes the power away: the connection breaks without a farewell, and what was not acknowledged is gone. Inputs can still be moved.
    /// </summary>
    public void PowerOff()
    {
        lock (_gate)
        {
            _madeBefore += _core?.LastSeq ?? 0;
            _core = null;
            _radio.Drop();
            _tick.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        Announce();
    }

    public void PowerCycle()
    {
        PowerOff();
        PowerOn();
    }

    /// <summary>Completes when <see cref="Idle"/> is true. Somebody has to move the clock where the node waits for it.</summary>
    public Task WaitUntilIdleAsync(CancellationToken cancellationToken = default) => WaitUntilAsync(IsIdle, cancellationToken);

    /// <summary>Completes when <see cref="Settled"/> is true.</summary>
    public Task WaitUntilSettledAsync(CancellationToken cancellationToken = default) =>
        WaitUntilAsync(() => _core is not { Settling: true }, cancellationToken);

    /// <summary>Completes when <see cref="Connected"/> is true.</summary>
    public Task WaitUntilConnectedAsync(CancellationToken cancellationToken = default) =>
        WaitUntilAsync(() => _core is { Connected: true }, cancellationToken);

    /// <summary>Completes when the light shows a state.</summary>
    public Task WaitUntilLedAsync(LedState state, CancellationToken cancellationToken = default) =>
        WaitUntilAsync(() => _core?.Led == state, cancellationToken);

    /// <summary>Ends the node in order: it says goodbye, and its availability becomes <c>offline</c>.</summary>
    public async ValueTask DisposeAsync()
    {
        List<Waiter> waiting;
        Task ended;
        lock (_gate)
        {
            _disposed = true;
            _core?.Close(false, Up);
            _core = null;
            waiting = [.. _waiting];
            _waiting.Clear();
            ended = _radio.CompletionAsync();
        }

        await _tick.DisposeAsync();
        await _helpRelease.DisposeAsync();
        await ended;
        waiting.ForEach(waiter => waiter.Reached.TrySetException(new ObjectDisposedException(nameof(SimulatedNode))));
    }

    void ILedDisplay.Show(LedState state) => _shown.Enqueue(state);

    void IRadioListener.OnConnected(RadioConnection connection) => With(connection, core => core.OnConnected(Up));

    void IRadioListener.OnConnectFailed(RadioConnection connection, MqttLinkException failure) => With(connection, core =>
    {
        LastFailure = failure;
        _radio.Drop();
        Disconnected(core, failure.Error == MqttLinkError.NotAuthorized);
    });

    void IRadioListener.OnLost(RadioConnection connection) => With(connection, core =>
    {
        _radio.Drop();
        Disconnected(core, refused: false);
    });

    void IRadioListener.OnProgress() => Announce();

    void IRadioListener.OnMessage(RadioConnection connection, MqttMessage message) =>
        With(connection, core => core.OnMessage(message.Topic, message.Payload.ToArray(), Up));

    private MqttLinkOptions LinkOptions(MqttWill? will) => new()
    {
        Host = _record.Broker,
        Port = _record.Port,
        ClientId = $"{_record.House}/{_record.Node}",
        CleanSession = true,
        CaFile = _record.Tls ? _caFile : null,
        UserName = _record.User.Length > 0 ? _record.User : null,
        Password = _record.Password.Length > 0 ? _record.Password : null,
        Will = will,
    };

    private void Disconnected(NodeCore core, bool refused)
    {
        if (core.Connected)
        {
            core.OnConnectionLost(Up);
        }
        else
        {
            core.OnConnectFailed(refused, Up);
        }
    }

    private bool Has(int input) => (_levels & input) != 0;

    private bool IsIdle() => _core is not { } core || (core.Queued == 0 && !_radio.IsBusy && (core.Connected || _radio.IsOffline));

    private void SetLevel(int input, bool active)
    {
        lock (_gate)
        {
            _levels = active ? _levels | input : _levels & ~input;
        }

        With(core => core.SetLevel(input, active, Up));
    }

    private T Ask<T>(Func<NodeCore, T> question, T withoutPower)
    {
        lock (_gate)
        {
            return _core is { } core ? question(core) : withoutPower;
        }
    }

    /// <summary>What happens to a connection that was given up meanwhile does not count.</summary>
    private void With(RadioConnection connection, Action<NodeCore> action) => With(core =>
    {
        if (_radio.Current == connection)
        {
            action(core);
        }
    });

    /// <summary>Everything that touches the core comes through here: one at a time, then the timer is set afresh and changes are told.</summary>
    private void With(Action<NodeCore> action)
    {
        lock (_gate)
        {
            if (_core is { } core)
            {
                action(core);
                SetTimer(core);
            }
        }

        Announce();
    }

    private void SetTimer(NodeCore core)
    {
        var due = TimeSpan.FromMilliseconds(Math.Min(core.NextDue, Up + (long)LongestSleep.TotalMilliseconds));
        var wait = due - _clock.GetElapsedTime(_bootedAt);
        _tick.Change(wait > ShortestSleep ? wait : ShortestSleep, Timeout.InfiniteTimeSpan);
    }

    private void Announce()
    {
        List<LedState> shown;
        List<Waiter> reached;
        bool connectionChanged;
        lock (_gate)
        {
            shown = [.. _shown];
            _shown.Clear();
            reached = _waiting.FindAll(waiter => waiter.Condition());
            _waiting.RemoveAll(reached.Contains);
            var connected = _core is { Connected: true };
            connectionChanged = connected != _wasConnected;
            _wasConnected = connected;
        }

        reached.ForEach(waiter => waiter.Reached.TrySetResult());
        shown.ForEach(state => LedChanged?.Invoke(this, new LedChangedEventArgs(state)));
        if (connectionChanged)
        {
            ConnectionChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    private async Task WaitUntilAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var waiter = new Waiter(condition, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (condition())
            {
                return;
            }

            _waiting.Add(waiter);
        }

        await waiter.Reached.Task.WaitAsync(cancellationToken);
    }

    private sealed record Waiter(Func<bool> Condition, TaskCompletionSource Reached);
}
