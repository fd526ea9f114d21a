using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Quarantine.Firmware.Core;
using Quarantine.Firmware.Simulator;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;
using CoreLed = Quarantine.Firmware.Core.LedState;
using HostLed = Quarantine.Messages.Nodes.LedState;

namespace Quarantine.Firmware.Tests.Simulator;

/// <summary>The node's core over a real Mosquitto, with the acknowledgement loop of a gateway.</summary>
public sealed class SimulatedNodeTests
{
    [Fact]
    public async Task Node_DayOfEventsOverTls_AllStoredOnceInOrder()
    {
        await using var house = await House.OpenAsync(tls: true);
        var node = house.Node("door-1");
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        for (var i = 0; i < 20; i++)
        {
            node.SetDoor(i % 2 == 0);
            await Move(house.Clock);
        }

        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Equal(20, house.Ledger.Events.Count);
        Assert.All(house.Ledger.Events, (e, i) => Assert.Equal(((uint)i + 1, SensorKind.Door, (i + 1) % 2), (e.Sequence, e.Kind, e.Value)));
        Assert.False(house.Ledger.Contradicted);
        Assert.Empty(gateway.Rejections);
        Assert.Equal(20, node.EventsMade);
    }

    [Fact]
    public async Task Broker_KilledAndRestartedAgainAndAgain_NoEventIsLostOrStoredTwice()
    {
        await using var house = await House.OpenAsync(tls: true);
        var node = house.Node("door-1");
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        for (var i = 0; i < 30; i++)
        {
            node.SetDoor(i % 2 == 0);
            await Move(house.Clock);
            if (i % 10 == 5)
            {
                await house.Broker.KillAsync();
            }
            else if (i % 10 == 8)
            {
                await house.Broker.RestartAsync();
            }
        }

        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Equal(Enumerable.Range(1, 30).Select(i => (uint)i), house.Ledger.Events.Select(e => e.Sequence));
        Assert.False(house.Ledger.Contradicted);
        Assert.Equal(0, node.Dropped);
    }

    [Fact]
    public async Task Gateway_KilledBetweenReceiptAndCommit_NoEventIsLostOrStoredTwice()
    {
        await using var house = await House.OpenAsync();
        var node = house.Node("door-1");
        node.PowerOn();
        for (var life = 0; life < 5; life++)
        {
            var gateway = await house.GatewayAsync();
            gateway.DieAfter(life);
            for (var i = 0; i < life + 3; i++)
            {
                node.SetTamper(i % 2 == 0);
                node.SetDoor(i % 2 == 0);
                await Move(house.Clock);
            }

            node.SetTamper(false);
            node.SetDoor(false);
            await Move(house.Clock);
            await gateway.Died.Task.WaitAsync(House.Patience);
            await gateway.KillAsync();
        }

        var last = await house.GatewayAsync();
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Empty(last.Rejections);
        Assert.Equal(node.EventsMade, house.Ledger.Events.Count);
        Assert.Equal(Enumerable.Range(1, house.Ledger.Events.Count).Select(i => (uint)i), house.Ledger.Events.Select(e => e.Sequence));
        Assert.False(house.Ledger.Contradicted);
    }

    [Fact]
    public async Task Node_OfflineForHours_DeliversInOrderAfterwardsWithTheirTimes()
    {
        await using var house = await House.OpenAsync();
        var clock = new FakeTimeProvider();
        var node = house.Node("door-1", clock);
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        await node.WaitUntilConnectedAsync().WaitAsync(House.Patience);
        node.GoOffline();
        for (var i = 0; i < 100; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(3));
            node.SetDoor(i % 2 == 0);
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(100, node.Queued);
        Assert.False(node.Idle);
        node.GoOnline();
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Equal(Enumerable.Range(1, 100).Select(i => (ulong)i * 180_000), house.Ledger.Events.Select(e => e.UpMilliseconds));
        Assert.True(node.Connected);
    }

    [Fact]
    public async Task PowerCycle_EventsOfBothBoots_AreStoredUnderTheirBoots()
    {
        await using var house = await House.OpenAsync();
        var clock = new FakeTimeProvider();
        var node = house.Node("door-1", clock);
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        node.SetDoor(true);
        clock.Advance(TimeSpan.FromMilliseconds(60));
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);
        node.PowerOff();
        Assert.True(node.Idle);
        node.SetDoor(false);
        node.PowerOn();
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Equal([(1u, 1u, 1), (2u, 1u, 0)], house.Ledger.Events.Select(e => (e.Boot, e.Sequence, e.Value)));
        Assert.Equal((2, 2L), (node.Boot, node.EventsMade));
    }

    [Fact]
    public async Task PressHelp_WholeLoop_LightGoesFromSentToAcknowledgedToCalm()
    {
        await using var house = await House.OpenAsync();
        var node = house.Node("help-1");
        await using var gateway = await house.GatewayAsync();
        var lights = new ConcurrentQueue<CoreLed>();
        node.LedChanged += (_, change) => lights.Enqueue(change.State);
        node.PowerOn();
        await node.WaitUntilConnectedAsync().WaitAsync(House.Patience);
        node.PressHelp();
        await node.WaitUntilLedAsync(CoreLed.Sent).WaitAsync(House.Patience);
        gateway.SetLed("help-1", HostLed.Acknowledged, 10);
        await node.WaitUntilLedAsync(CoreLed.Acknowledged).WaitAsync(House.Patience);
        gateway.SetLed("help-1", HostLed.Calm, 11);
        await node.WaitUntilLedAsync(CoreLed.Calm).WaitAsync(House.Patience);

        Assert.Equal(CoreLed.Calm, lights.Last());
        Assert.Equal(SensorKind.Help, house.Ledger.Events.Single().Kind);
    }

    [Fact]
    public async Task Command_Hostile_NodeLivesOnAndShowsAFault()
    {
        await using var house = await House.OpenAsync();
        var node = house.Node("door-1");
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        await node.WaitUntilConnectedAsync().WaitAsync(House.Patience);
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);
        byte[][] hostile = [[], new byte[900_000], "{"u8.ToArray(), [0xFF, 0xFE], "{\"v\":1,\"cmd\":\"led\",\"value\":\"calm\",\"id\":1,\"mac\":\"\"}"u8.ToArray()];
        foreach (var payload in hostile)
        {
            await gateway.SendAsync("door-1", payload).WaitAsync(House.Patience);
        }

        await node.WaitUntilLedAsync(CoreLed.Fault).WaitAsync(House.Patience);
        node.SetDoor(true);
        await Move(house.Clock);
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);
        Assert.Single(house.Ledger.Events);
        Assert.Equal(hostile.Length, node.CommandsRefused);
    }

    [Fact]
    public async Task Availability_PowerCutAndReturn_IsToldByTheBrokersWill()
    {
        await using var house = await House.OpenAsync();
        var told = new BlockingText();
        await house.WatchAsync($"quarantine/v1/{House.Name}/door-1/availability", (_, text) => told.Add(text));
        var node = house.Node("door-1");
        node.PowerOn();
        Assert.Equal("online", await told.NextAsync());
        node.PowerOff();
        Assert.Equal("offline", await told.NextAsync());
        node.PowerOn();
        Assert.Equal("online", await told.NextAsync());
        await node.DisposeAsync();
        Assert.Equal("offline", await told.NextAsync());
    }

    [Fact]
    public async Task Discovery_OnARealBroker_IsRetainedAndComesAgainWhenHomeAssistantStarts()
    {
        await using var house = await House.OpenAsync();
        var node = house.Node("door-1");
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);
        var told = new BlockingText();
        var watcher = await house.WatchAsync("homeassistant/#", (topic, text) => told.Add($"{topic} {text}"));
        var first = await told.NextAsync();
        Assert.StartsWith("homeassistant/device/door-1/config {", first, StringComparison.Ordinal);
        Assert.Equal(7, JsonDocument.Parse(first[first.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("cmps").EnumerateObject().Count());

        await watcher.PublishAsync("homeassistant/status", "online"u8.ToArray()).WaitAsync(House.Patience);
        Assert.Equal("homeassistant/status online", await told.NextAsync());
        Assert.Equal(first, await told.NextAsync());
    }

    [Fact]
    public async Task Node_WrongPassword_ShowsAFaultAndNeverConnects()
    {
        await using var house = await House.OpenAsync(options: new MosquittoServerOptions
        {
            Users = new Dictionary<string, string>(StringComparer.Ordinal) { ["door-1"] = "right" },
        });
        var node = house.Node("door-1", recordBytes: house.Record("door-1", "door-1", "wrong"));
        node.PowerOn();
        await node.WaitUntilLedAsync(CoreLed.Fault).WaitAsync(House.Patience);

        Assert.Equal(NodeFault.BrokerRefused, node.Faults);
        Assert.False(node.Connected);
        Assert.Equal(Quarantine.Messages.Mqtt.MqttLinkError.NotAuthorized, node.LastFailure!.Error);
    }

    [Fact]
    public async Task ManyNodes_AtOnce_EachHasAllItsEventsStored()
    {
        await using var house = await House.OpenAsync();
        var nodes = Enumerable.Range(1, 8).Select(i => house.Node($"node-{i}")).ToList();
        await using var gateway = await house.GatewayAsync();
        nodes.ForEach(node => node.PowerOn());
        for (var i = 0; i < 10; i++)
        {
            nodes.ForEach(node => node.SetDoor(i % 2 == 0));
            await Move(house.Clock);
        }

        await Task.WhenAll(nodes.Select(node => node.WaitUntilIdleAsync())).WaitAsync(House.Patience);

        Assert.Equal(nodes.Sum(node => node.EventsMade), house.Ledger.Events.Count);
        Assert.Equal(80, house.Ledger.Events.Count);
    }

    [Fact]
    public async Task BootCounterLost_GatewayHasTheOldBoot_NothingIsStoredTwice()
    {
        await using var house = await House.OpenAsync();
        var clock = new FakeTimeProvider();
        var flash = FlashStorage.Provisioned();
        var node = house.Node("door-1", clock, flash);
        await using var gateway = await house.GatewayAsync();
        node.PowerOn();
        node.PowerCycle();
        node.SetTamper(true);
        clock.Advance(TimeSpan.FromMilliseconds(60));
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);
        node.PowerOff();
        flash.Files.Clear();
        node.PowerOn();
        node.SetDoor(true);
        clock.Advance(TimeSpan.FromMilliseconds(60));
        await node.WaitUntilIdleAsync().WaitAsync(House.Patience);

        Assert.Equal([(2u, SensorKind.Tamper), (3u, SensorKind.Tamper), (3u, SensorKind.Door)], house.Ledger.Events.Select(e => (e.Boot, e.Kind)));
        Assert.False(house.Ledger.Contradicted);
    }

    /// <summary>Waits a second of a node's clock, in which contacts come to rest.</summary>
    private static Task Move(TimeProvider clock) => Task.Delay(TimeSpan.FromSeconds(1), clock);
}
