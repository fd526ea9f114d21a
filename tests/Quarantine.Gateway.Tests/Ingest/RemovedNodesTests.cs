using System.Collections.Concurrent;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Gateway.Tests.Provisioning.Broker;
using Quarantine.Gateway.Tests.Running;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Tests.Ingest;

/// <summary>What a real Mosquitto keeps of a node, once the node was removed and the gateway has started again.</summary>
public sealed class RemovedNodesTests : IAsyncLifetime
{
    private const string Prefix = $"quarantine/v1/{ProvisionedHouse.Name}";

    private readonly ProvisionedHouse _house = new();
    private RunningBroker _broker = null!;

    public async Task InitializeAsync()
    {
        await _house.SetBrokerUpAsync("--home-assistant");
        await _house.AddNodeAsync("door-1");
        await _house.AddNodeAsync("gone");
        _broker = await RunningBroker.StartAsync(_house);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        _house.Dispose();
    }

    [Fact]
    public async Task Start_AfterANodeWasRemoved_ErasesWhatTheBrokerKeptOfItAndOfNoOther()
    {
        foreach (var node in (string[])["door-1", "gone"])
        {
            await using var link = await _broker.NodeAsync(node);
            await RunningBroker.SayAsync(link, $"{Prefix}/{node}/availability", "online", retain: true);
            await RunningBroker.SayAsync(link, $"{Prefix}/{node}/state", "{}", retain: true);
            await RunningBroker.SayAsync(link, $"homeassistant/device/{node}/config", "{}", retain: true);
        }

        await _house.DoAsync("node", "remove", "--id", "gone");
        var assistant = await HomeAssistantAsync();
        var heard = await RunningBroker.HearAsync(assistant, "#");
        Assert.Equal(6, Take(heard, 6).Count);

        using var parts = new ServiceParts(HouseRegisterFile.AddNodes(ConfigurationFile.Load(_house.Configuration), _house.Files), _house.Files.Store);
        await using var service = parts.CreateService();
        service.Start();

        string[] erased = [$"{Prefix}/gone/availability=", $"{Prefix}/gone/state=", "homeassistant/device/gone/config="];
        Assert.Equal(erased.Order(StringComparer.Ordinal), Take(heard, 3).Order(StringComparer.Ordinal));
        Assert.False(heard.TryTake(out var more, TimeSpan.FromMilliseconds(200)), more);
    }

    private static List<string> Take(BlockingCollection<string> heard, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => heard.TryTake(out var item, RunningBroker.Patience) ? item : "nothing")];

    private async Task<IMqttLink> HomeAssistantAsync()
    {
        var link = _broker.Client("home-assistant", (await File.ReadAllTextAsync(_house.Files.HomeAssistantPassword)).Trim());
        await link.ConnectAsync().WaitAsync(RunningBroker.Patience);
        return link;
    }
}
