using System.Text;
using Quarantine.Firmware.Core;
using Quarantine.Firmware.Simulator;
using Quarantine.Firmware.Simulator.Time;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests.Simulator;

/// <summary>A broker, node keys and records, and a clock twenty times as fast, for tests of the whole way.</summary>
internal sealed class House : IAsyncDisposable
{
    internal const string Name = "house-1";
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, NodeKey> _keys = new(StringComparer.Ordinal);
    private readonly List<IAsyncDisposable> _open = [];

    private House(MosquittoServer broker) => Broker = broker;

    internal MosquittoServer Broker { get; }

    internal Ledger Ledger { get; } = new();

    internal TimeProvider Clock { get; } = new ScaledTimeProvider(TimeProvider.System, 20);

    internal static async Task<House> OpenAsync(bool tls = false, MosquittoServerOptions? options = null) =>
        new(await MosquittoServer.StartAsync(options ?? new MosquittoServerOptions { Tls = tls }));

    /// <summary>The record as provisioning writes it.</summary>
    internal byte[] Record(string node, string user = "", string password = "")
    {
        if (!_keys.TryGetValue(node, out var key))
        {
            _keys.Add(node, key = NodeKey.Generate());
        }

        return new NodeProvisioning
        {
            House = Name,
            Node = node,
            Sensors = Enum.GetValues<SensorKind>(),
            Broker = MosquittoServer.Host,
            Port = Broker.Port,
            Tls = Broker.CaFile is not null,
            User = user,
            Password = password,
            MotionHold = TimeSpan.FromSeconds(3),
            MotionWarmUp = TimeSpan.Zero,
        }.Encode(key);
    }

    internal SimulatedNode Node(string node, TimeProvider? clock = null, IStorage? flash = null, byte[]? recordBytes = null)
    {
        var record = ProvisioningReader.Read(recordBytes ?? Record(node), out var error);
        Assert.True(record is not null, error);
        var made = new SimulatedNode(record, flash ?? new MemoryFlash(), new MosquittoLinkFactory(), clock ?? Clock, Broker.CaFile);
        _open.Add(made);
        return made;
    }

    internal async Task<HouseGateway> GatewayAsync()
    {
        var gateway = await HouseGateway.StartAsync(Broker, Name, _keys, Ledger).WaitAsync(Patience);
        _open.Add(gateway);
        return gateway;
    }

    /// <summary>A client that watches the broker.</summary>
    internal async Task<IMqttLink> WatchAsync(string filter, Action<string, string> seen)
    {
        var link = new MosquittoLink(new MqttLinkOptions { Host = MosquittoServer.Host, Port = Broker.Port, CaFile = Broker.CaFile, ClientId = "watcher", CleanSession = true });
        _open.Add(link);
        var subscribed = link.SubscribeAsync(filter, message => seen(message.Topic, Encoding.UTF8.GetString(message.Payload.Span)));
        await link.ConnectAsync().WaitAsync(Patience);
        await subscribed.WaitAsync(Patience);
        return link;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in Enumerable.Reverse(_open))
        {
            await open.DisposeAsync();
        }

        await Broker.DisposeAsync();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
