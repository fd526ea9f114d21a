using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Store;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.TestKit.Programs;
using Quarantine.TestKit.Time;

namespace Quarantine.Gateway.Tests.Running;

public sealed class GatewayServiceTests : IDisposable
{
    private static readonly DateTimeOffset Now = ProvisionedHouse.Now;

    private readonly TestTerminal _terminal = new();
    private readonly GatewayDatabase _database;

    public GatewayServiceTests() => _database = GatewayDatabase.Open(_terminal.PathOf("gateway.db"));

    public void Dispose()
    {
        _database.Dispose();
        _terminal.Dispose();
    }

    [Theory]
    [InlineData("removed", true)]
    [InlineData("hall", false)]
    public async Task Create_ANodeThatWasSilentBefore_IsAFaultNoLongerOnceItIsRemoved(string node, bool ends)
    {
        var faults = new FaultStore(_database);
        faults.Begin(node, UnknownCause.Sensor, Now.AddHours(-5));
        await using var service = CreateService();

        Assert.Equal(ends ? Now : null, Assert.Single(faults.All()).Span.To);
        Assert.Equal(ends ? Now : null, Assert.Single(service.Presence.Unknown).To);
    }

    private GatewayService CreateService()
    {
        using var seed = GatewaySeed.Generate(RandomSource.System);
        using var key = NodeKey.Generate();
        return new GatewayService(new GatewayParts
        {
            Options = new GatewayOptions
            {
                House = "house-1",
                CommunityId = Bytes32.FromUInt64(1).ToString(),
                Nodes = [new NodeOptions { Id = "hall", KeyFile = _terminal.Write("hall.key", key.Export()) }],
            },
            Database = _database,
            Keys = GatewayKeys.Derive(seed),
            Deployment = new QuarantineDeployment(1, Address.Zero, Address.Zero, Address.Zero, 0),
            Chain = new JsonRpcNode(new JsonRpcClient(new Uri("http://127.0.0.1:9"))),
            Links = new MosquittoLinkFactory(),
            Clock = new SimulatedClock(Now),
            Log = _ => { },
        });
    }
}
