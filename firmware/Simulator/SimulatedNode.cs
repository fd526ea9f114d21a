using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>
/// An ESP32 node on .NET: the firmware's own core, its inputs moved by a script, its MQTT client a real one. Thread-safe.
/// </summary>
public sealed class SimulatedNode : IAsyncDisposable
{
    private readonly ProvisioningRecord _record;
    private readonly IStorage _flash;
    private readonly IMqttLinkFactory _links;
    private readonly TimeProvider _clock;
    private readonly LedLight _light = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private NodeCore? _core;
    private NodeRadio? _radio;
    private DateTimeOffset _bootedAt;
    private long _madeBefore;
    private bool _doorOpen;
    private bool _tampered;

    /// <summary>A node without power; <see cref="PowerOn"/> boots it.</summary>
    /// <param name="record">The provisioning record, as it lies on a node's flash.</param>
    /// <param name="flash">What survives the node's power.</param>
    /// <param name="links">MQTT.</param>
    /// <param name="clock">Time.</param>
    public SimulatedNode(ProvisioningRecord record, IStorage flash, IMqttLinkFactory links, TimeProvider clock)
    {
        (_record, _flash, _links, _clock) = (record, flash, links, clock);
        _timer = clock.CreateTimer(_ => With((core, up) => core.Tick(up)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether nothing is under way: every event is acknowledged by the gateway, and the radio is quiet. True without power.</summary>
    public bool Idle
    {
        get
        {
            lock (_gate)
            {
                return _core is not { } core || (core.Connected && core.Queued == 0 && !_radio!.IsBusy && NextDue > _clock.GetUtcNow());
            }
        }
    }

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

    /// <summary>Events that the gateway has not acknowledged.</summary>
    public int Queued
    {
        get
        {
            lock (_gate)
            {
                return _core?.Queued ?? 0;
            }
        }
    }

    public LedState Led => _light.Shown;

    private DateTimeOffset NextDue => _core!.NextDue == long.MaxValue ? DateTimeOffset.MaxValue : _bootedAt.AddMilliseconds(_core.NextDue);

    public void SetDoor(bool open)
    {
        _doorOpen = open;
        Set(SensorInput.Door, open);
    }

    public void SetMotionInside(bool on) => Set(SensorInput.MotionInside, on);

    public void SetMotionOutside(bool on) => Set(SensorInput.MotionOutside, on);

    public void SetTamper(bool on)
    {
        _tampered = on;
        Set(SensorInput.Tamper, on);
    }

    /// <summary>Presses the button for a quarter of a second of the node's clock.</summary>
    public void PressHelp()
    {
        Set(SensorInput.Help, true);
        _clock.CreateTimer(_ => Set(SensorInput.Help, false), null, TimeSpan.FromMilliseconds(250), Timeout.InfiniteTimeSpan);
    }

    public void SetBattery(int millivolts) => With((core, up) => core.SetBattery(millivolts, up));

    /// <summary>Boots the node; does nothing where it runs.</summary>
    public void PowerOn()
    {
        lock (_gate)
        {
            if (_core is not null)
            {
                return;
            }

            _bootedAt = _clock.GetUtcNow();
            _radio = CreateRadio();
            var ports = new NodePorts { Transport = _radio, Storage = _flash, Hmac = new HostHmac(), Random = new HostRandom(), Led = _light };
            _core = new NodeCore(_record, ports, _doorOpen, _tampered, 0);
            _core.Tick(0);
            Arm();
        }
    }

    /// <summary>Takes the power away: what was not acknowledged is gone.</summary>
    public void PowerOff()
    {
        NodeRadio? radio;
        lock (_gate)
        {
            _madeBefore += _core?.LastSeq ?? 0;
            (radio, _radio, _core) = (_radio, null, null);
            Arm();
        }

        _ = radio?.AbortAsync();
    }

    public async ValueTask DisposeAsync()
    {
        NodeRadio? radio;
        lock (_gate)
        {
            (radio, _radio, _core) = (_radio, null, null);
        }

        await _timer.DisposeAsync();
        if (radio is not null)
        {
            await radio.DisposeAsync();
        }
    }

    private void Set(int input, bool active) => With((core, up) => core.SetLevel(input, active, up));

    private NodeRadio CreateRadio()
    {
        var radio = new NodeRadio(_links, OptionsWith);
        radio.Connected += () => With(radio, (core, up) => core.OnConnected(up));
        radio.ConnectFailed += refused => With(radio, (core, up) => core.OnConnectFailed(refused, up));
        radio.ConnectionLost += () => With(radio, (core, up) => core.OnConnectionLost(up));
        radio.MessageArrived += (topic, payload) => With(radio, (core, up) => core.OnMessage(topic, payload, up));
        return radio;
    }

    private MqttLinkOptions OptionsWith(MqttWill will) => new()
    {
        Host = _record.Broker,
        Port = _record.Port,
        ClientId = $"{_record.House}/{_record.Node}",
        CleanSession = true,
        UserName = _record.User.Length > 0 ? _record.User : null,
        Password = _record.Password.Length > 0 ? _record.Password : null,
        Will = will,
        CaFile = _record.Tls ? CaFile : null,
        ReconnectDelay = TimeSpan.FromHours(1),
        ReconnectDelayMaximum = TimeSpan.FromHours(1),
    };

    /// <summary>PEM file of the gateway's certificate authority, where the record asks for TLS.</summary>
    public string? CaFile { get; init; }

    private void With(NodeRadio radio, Action<NodeCore, long> act)
    {
        lock (_gate)
        {
            if (_radio == radio)
            {
                With(act);
            }
        }
    }

    private void With(Action<NodeCore, long> act)
    {
        lock (_gate)
        {
            if (_core is { } core)
            {
                act(core, (long)(_clock.GetUtcNow() - _bootedAt).TotalMilliseconds);
                Arm();
            }
        }
    }

    private void Arm()
    {
        if (_core is null || NextDue == DateTimeOffset.MaxValue)
        {
            _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var wait = NextDue - _clock.GetUtcNow();
        _timer.Change(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
