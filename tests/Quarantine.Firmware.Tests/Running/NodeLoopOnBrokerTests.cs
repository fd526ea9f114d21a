using Quarantine.Firmware.Core;
using Quarantine.Firmware.Tests.Simulator;
using SensorKind = Quarantine.Messages.Nodes.SensorKind;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>The image's loop and radio thread with a real broker over TLS and the gateway's own codecs, twenty times as fast as life.</summary>
public sealed class NodeLoopOnBrokerTests : IInputs, IPower, IUptime
{
    private const string Availability = "quarantine/v1/house-1/door-1/availability";
    private const string State = "quarantine/v1/house-1/door-1/state";

    private readonly FlashStorage _flash = FlashStorage.Provisioned();
    private readonly long _started = TimeProvider.System.GetTimestamp();
    private int _levels;
    private int _wokenBy;
    private SleepPlan? _slept;

    int IPower.WokenBy => _wokenBy;

    long IUptime.Up => (long)(TimeProvider.System.GetElapsedTime(_started).TotalMilliseconds * 20);

    int IInputs.Read() => _levels;

    void IPower.Sleep(SleepPlan plan) => _slept = plan;

    [Fact]
    public async Task Loop_DoorWakesABatteryNode_TellsItAndSleepsWithoutItsWillBeingPublished()
    {
        await using var house = await House.OpenAsync(tls: true);
        await house.GatewayAsync();
        (_levels, _wokenBy) = (SensorInput.Door, SensorInput.Door);
        var (loop, radio, sessions) = Boot(house);
        using var thread = radio;
        TurnUntil(loop, () => _slept is not null);

        Assert.Equal((0, SleepPlanner.HeartbeatMs), (_slept!.DoorLevel, _slept.WakeAfterMs));
        Assert.Equal([(SensorKind.Door, 1)], house.Ledger.Events.Select(stored => (stored.Kind, stored.Value)));
        Assert.Equal(0, loop.Core.Queued);
        var kept = await KeptAsync(house);
        Assert.Equal("online", kept[Availability]);
        Assert.Contains("\"door\":\"open\"", kept[State], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loop_PowerFails_TheBrokerPublishesTheWill()
    {
        await using var house = await House.OpenAsync(tls: true);
        await house.GatewayAsync();
        var (loop, radio, sessions) = Boot(house);
        using var thread = radio;
        TurnUntil(loop, () => loop.Core.Reported);
        await sessions.Last!.CutAsync().WaitAsync(House.Patience);
        var told = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await house.WatchAsync(Availability, (_, text) =>
        {
            if (text == "offline")
            {
                told.TrySetResult();
            }
        });
        await told.Task.WaitAsync(House.Patience);
    }

    private static void TurnUntil(NodeLoop loop, Func<bool> condition) => Assert.True(
        SpinWait.SpinUntil(
            () =>
            {
                loop.Step(mail: true);
                return condition();
            },
            House.Patience),
        "What was waited for did not happen.");

    private static async Task<Dictionary<string, string>> KeptAsync(House house)
    {
        var kept = new Dictionary<string, string>(StringComparer.Ordinal);
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await house.WatchAsync("quarantine/v1/house-1/door-1/+", (topic, text) =>
        {
            kept[topic] = text;
            if (kept.ContainsKey(Availability) && kept.ContainsKey(State))
            {
                both.TrySetResult();
            }
        });
        await both.Task.WaitAsync(House.Patience);
        return kept;
    }

    private (NodeLoop Loop, RadioThread Radio, BrokerSessions Sessions) Boot(House house)
    {
        var text = System.Text.Encoding.UTF8.GetString(house.Record("door-1")).Replace("\"mains\"", "\"battery\"", StringComparison.Ordinal);
        text = System.Text.RegularExpressions.Regex.Replace(text, "\"sensors\":\"[^\"]*\"", "\"sensors\":\"door\"");
        var record = ProvisioningReader.Read(System.Text.Encoding.UTF8.GetBytes(text), out var error);
        Assert.True(record is not null, error);
        var mailbox = new Mailbox();
        var sessions = new BrokerSessions(house.Broker, record);
        var radio = new RadioTransport(sessions, sessions, mailbox, new LoopWatch(Supervisor.RadioMs, 0), this, needsDate: true);
        var loop = new NodeLoop(new NodeLoopParts
        {
            Record = record,
            Uptime = this,
            Storage = _flash,
            Hmac = new SystemHmac(),
            Random = new SeededRandom(1),
            Mailbox = mailbox,
            Radio = radio,
            Light = new LightPlayer(new LampLog()),
            Inputs = this,
            Power = this,
            Watch = new LoopWatch(Supervisor.LoopMs, 0),
        });
        return (loop, new RadioThread(radio, new HandClock()), sessions);
    }
}
