using System.Text;
using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>A node's loop and radio as the image composes them, with a clock, inputs and a broker in the test's hands.</summary>
internal sealed class LoopBench : IInputs, IBatteryGauge, IPower, IDisposable
{
    private readonly string _record;
    private RadioThread? _thread;

    internal LoopBench(string sensors, string power = "battery", FlashStorage? storage = null)
    {
        Key = NodeKey.Generate();
        Storage = storage ?? FlashStorage.Provisioned();
        _record = $$"""{"v":1,"house":"{{Bench.House}}","node":"{{Bench.Node}}","key":"{{Key.Export()}}","sensors":"{{sensors}}","power":"{{power}}","broker":"b","port":8883}""";
    }

    internal NodeKey Key { get; }

    internal FlashStorage Storage { get; }

    internal TestAir Air { get; } = new();

    internal HandClock Clock { get; } = new();

    internal LampLog Lamp { get; } = new();

    internal Mailbox Mailbox { get; private set; } = null!;

    internal RadioTransport Radio { get; private set; } = null!;

    internal NodeLoop Loop { get; private set; } = null!;

    internal NodeCore Core => Loop.Core;

    /// <summary>Bits of <see cref="SensorInput"/>.</summary>
    internal int Levels { get; set; }

    internal int Millivolts { get; set; } = 3100;

    internal int BatteryReadings { get; private set; }

    internal SleepPlan? Slept { get; private set; }

    public int WokenBy { get; private set; }

    internal TestSession Session => Air.Sessions[^1];

    int IInputs.Read() => Levels;

    int IBatteryGauge.Read()
    {
        BatteryReadings++;
        return Millivolts;
    }

    void IPower.Sleep(SleepPlan plan) => Slept = plan;

    internal void Boot(int wokenBy = 0)
    {
        _thread?.Dispose();
        WokenBy = wokenBy;
        Slept = null;
        var record = ProvisioningReader.Read(Encoding.UTF8.GetBytes(_record), out var error);
        Assert.True(record is not null, error);
        Mailbox = new Mailbox();
        Radio = new RadioTransport(Air, Air, Mailbox, new LoopWatch(Supervisor.RadioMs, Clock.Up), Clock, needsDate: true);
        Loop = new NodeLoop(new NodeLoopParts
        {
            Record = record,
            Uptime = Clock,
            Storage = Storage,
            Hmac = new SystemHmac(),
            Random = new SeededRandom(1),
            Mailbox = Mailbox,
            Radio = Radio,
            Light = new LightPlayer(Lamp),
            Inputs = this,
            Battery = this,
            Power = this,
            Watch = new LoopWatch(Supervisor.LoopMs, Clock.Up),
        });
        _thread = new RadioThread(Radio, Clock);
    }

    /// <summary>Turns the loop, without time passing, until something is so.</summary>
    internal void TurnUntil(Func<bool> condition) => RadioThread.WaitUntil(() =>
    {
        Loop.Step(mail: true);
        return condition();
    });

    internal void Connect() => TurnUntil(() => Core.Connected);

    /// <summary>Lets time pass in steps of 10 ms until the node sleeps; null where it does not within the time.</summary>
    internal SleepPlan? SleepWithin(long milliseconds)
    {
        for (var end = Clock.Up + milliseconds; Slept is null && Clock.Up < end; Clock.Advance(10))
        {
            Loop.Step(mail: Clock.Up % 1000 != 0);
            WaitForRadio();
        }

        return Slept;
    }

    internal void Edge(int input, bool active)
    {
        Levels = active ? Levels | input : Levels & ~input;
        Mailbox.PostLevel(input, active, Clock.Up);
    }

    internal void Acknowledge()
    {
        Session.Link.OnMessage($"quarantine/v1/{Bench.House}/{Bench.Node}/command", NodeCommandCodec.Acknowledge(Key, Bench.House, Bench.Node, (uint)Core.Boot, (uint)Core.LastSeq));
        TurnUntil(() => Core.Queued == 0);
    }

    internal void Led(Quarantine.Messages.Nodes.LedState state, ulong id) =>
        Session.Link.OnMessage($"quarantine/v1/{Bench.House}/{Bench.Node}/command", NodeCommandCodec.SetLed(Key, Bench.House, Bench.Node, state, id));

    internal IReadOnlyList<SensorEvent> Events() => [.. Air.Sessions.SelectMany(session => session.Sent)
        .Where(sent => sent.Topic.EndsWith("/event", StringComparison.Ordinal)).Select(sent => Read(sent.Text))];

    public void Dispose()
    {
        Air.Gate.Set();
        _thread?.Dispose();
        Air.Gate.Dispose();
        Key.Dispose();
    }

    /// <summary>A goodbye that is under way takes the radio's thread real time, which the hand clock must not overtake.</summary>
    private void WaitForRadio()
    {
        if (Air is { Confirms: true, IsDown: false, HasNetwork: true } && Air.Gate.IsSet)
        {
            RadioThread.WaitUntil(() => !Radio.Busy);
        }
    }

    private SensorEvent Read(string text)
    {
        Assert.True(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(text), Key, Bench.House, Bench.Node, out var read, out var rejection), $"{rejection}: {text}");
        return read;
    }
}
