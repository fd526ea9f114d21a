using System.Collections.Concurrent;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Store;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Messages.Mqtt;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.TestKit.Time;

namespace Quarantine.Gateway.Tests.Running;

/// <summary>What a gateway is put together from, its chain and its community's broker away.</summary>
internal sealed class ServiceParts : IDisposable
{
    private readonly GatewayOptions _options;
    private readonly JsonRpcClient _client = new(new Uri("http://127.0.0.1:9"));
    private readonly GatewayKeys _keys;

    public ServiceParts(GatewayOptions options, string store)
    {
        _options = options with { CommunityBroker = new BrokerOptions { Port = 9 } };
        Database = GatewayDatabase.Open(store);
        using var seed = GatewaySeed.Generate(RandomSource.System);
        _keys = GatewayKeys.Derive(seed);
    }

    public GatewayDatabase Database { get; }

    /// <summary>What the gateway said.</summary>
    public ConcurrentQueue<string> Log { get; } = new();

    public GatewayService CreateService() => new(new GatewayParts
    {
        Options = _options,
        Database = Database,
        Keys = _keys,
        Deployment = new QuarantineDeployment(1, Address.Zero, Address.Zero, Address.Zero, 0),
        Chain = new JsonRpcNode(_client),
        Links = new MosquittoLinkFactory(),
        Clock = new SimulatedClock(ProvisionedHouse.Now),
        Log = Log.Enqueue,
    });

    public void Dispose()
    {
        Database.Dispose();
        _keys.Dispose();
        _client.Dispose();
    }
}
