using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Gateway.Tests.Provisioning.Broker;
using Quarantine.Gateway.Tests.Running;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Tests.Ingest;

/// <summary>What a node tells of its faults, over a real Mosquitto.</summary>
public sealed class NodeFaultIngestTests : IAsyncLifetime
{
    private readonly ProvisionedHouse _house = new();
    private RunningBroker _broker = null!;

    public async Task InitializeAsync()
    {
        await _house.SetBrokerUpAsync();
        await _house.AddNodeAsync("door-1");
        _broker = await RunningBroker.StartAsync(_house);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        _house.Dispose();
    }

    [Fact]
    public async Task Health_WithFaults_IsStoredAndLoggedWhereOneRises()
    {
        using var key = NodeKeyFile.Load(_house.Files.NodeKey("door-1"));
        await using var link = await _broker.NodeAsync("door-1");
        using var parts = new ServiceParts(HouseRegisterFile.AddNodes(ConfigurationFile.Load(_house.Configuration), _house.Files), _house.Files.Store);
        await using var service = parts.CreateService();
        service.Start();

        foreach (var faults in (NodeFaults[])[NodeFaults.Storage, NodeFaults.Storage | NodeFaults.NoTime, NodeFaults.NoTime])
        {
            await TellUntilStoredAsync(link, key, faults, service);
        }

        Assert.Equal(
            ["Node door-1 tells of a fault: storage damaged.", "Node door-1 tells of a fault: no time."],
            parts.Log.Where(line => line.Contains("fault", StringComparison.Ordinal)));
    }

    private static NodeFaults? Stored(GatewayService service) => service.Events.Progress().SingleOrDefault()?.Health?.Faults;

    /// <summary>Until the gateway has subscribed, what it is told goes nowhere: it is told again.</summary>
    private static async Task TellUntilStoredAsync(IMqttLink link, NodeKey key, NodeFaults faults, GatewayService service)
    {
        var health = NodeHealthCodec.Encode(new NodeHealth("door-1", 1, 1000, 0, 0, 0, faults), key, ProvisionedHouse.Name);
        using var patience = new CancellationTokenSource(RunningBroker.Patience);
        while (Stored(service) != faults)
        {
            await link.PublishAsync($"quarantine/v1/{ProvisionedHouse.Name}/door-1/health", health).WaitAsync(patience.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
