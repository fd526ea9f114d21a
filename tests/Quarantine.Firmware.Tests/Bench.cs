using System.Text;
using Quarantine.Firmware.Core;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests;

/// <summary>A node on a bench: its core, its surroundings, and the gateway's own codec to read and answer it with.</summary>
internal sealed class Bench : IDisposable
{
    internal const string House = "house-17";
    internal const string Node = "door-1";

    private readonly string _record;

    internal Bench(string sensors = "door,motion-inside,motion-outside,tamper,help,battery", string more = "\"motion-warm-up\":0", FlashStorage? storage = null, string power = "mains")
    {
        Key = NodeKey.Generate();
        Storage = storage ?? FlashStorage.Provisioned();
        _record = $$"""{"v":1,"house":"{{House}}","node":"{{Node}}","key":"{{Key.Export()}}","sensors":"{{sensors}}","power":"{{power}}","broker":"b","port":1883,{{more}}}""";
        Boot();
    }

    internal NodeKey Key { get; }

    internal FlashStorage Storage { get; }

    internal Radio Radio { get; private set; } = null!;

    internal Lamp Lamp { get; private set; } = null!;

    internal NodeCore Core { get; private set; } = null!;

    /// <summary>ms since boot.</summary>
    internal long Now { get; private set; }

    internal IReadOnlyList<SensorEvent> Events => [.. Radio.On("event").Select(Read)];

    internal IReadOnlyList<NodeHealth> Healths => [.. Radio.On("health").Select(ReadHealth)];

    /// <summary>Power off and on.</summary>
    internal void Boot(bool doorOpen = false, bool tampered = false)
    {
        var record = ProvisioningReader.Read(Encoding.UTF8.GetBytes(_record), out var error);
        Assert.True(record is not null, error);
        Radio = new Radio();
        Lamp = new Lamp();
        Now = 0;
        Core = new NodeCore(record, new NodePorts { Transport = Radio, Storage = Storage, Hmac = new SystemHmac(), Random = new SeededRandom(1), Led = Lamp }, doorOpen, tampered, 0);
        Core.Tick(0);
    }

    internal void Connect() => Core.OnConnected(Now);

    /// <summary>Lets time pass as a real loop does: a tick whenever the core wants one.</summary>
    internal void Run(long milliseconds)
    {
        var end = Now + milliseconds;
        while (Core.NextDue <= end)
        {
            Assert.True(Core.NextDue > Now || Now == 0, "The core wants a tick in the past.");
            Now = Math.Max(Now, Core.NextDue);
            Core.Tick(Now);
        }

        Now = end;
        Core.Tick(Now);
    }

    internal void Set(int input, bool active) => Core.SetLevel(input, active, Now);

    /// <summary>A clean move of a contact, given time to settle.</summary>
    internal void Move(int input, bool active)
    {
        Set(input, active);
        Run(100);
    }

    internal void Press()
    {
        Move(SensorInput.Help, true);
        Move(SensorInput.Help, false);
    }

    internal void Acknowledge(uint seq, uint? boot = null) =>
        Command(NodeCommandCodec.Acknowledge(Key, House, Node, boot ?? (uint)Core.Boot, seq));

    internal void Led(Quarantine.Messages.Nodes.LedState state, ulong id) => Command(NodeCommandCodec.SetLed(Key, House, Node, state, id));

    internal void Command(byte[] payload) => Core.OnMessage($"quarantine/v1/{House}/{Node}/command", payload, Now);

    public void Dispose() => Key.Dispose();

    private SensorEvent Read(string text)
    {
        Assert.True(SensorEventCodec.TryParse(Encoding.UTF8.GetBytes(text), Key, House, Node, out var read, out var rejection), $"{rejection}: {text}");
        return read;
    }

    private NodeHealth ReadHealth(string text)
    {
        Assert.True(NodeHealthCodec.TryParse(Encoding.UTF8.GetBytes(text), Key, House, Node, out var read, out var rejection), $"{rejection}: {text}");
        return read;
    }
}
