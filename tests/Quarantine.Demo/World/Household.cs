using Quarantine.Chain.Deployment;
using Quarantine.Demo.Scenario;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Firmware.Simulator;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Store;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.TestKit;

namespace Quarantine.Demo.World;

/// <summary>One house: its broker, its sensor node and its gateway.</summary>
internal sealed class Household : IAsyncDisposable
{
    private const string NodeId = "hall-1";

    private readonly MosquittoServer _broker;
    private readonly GatewayDatabase _database;
    private readonly NodeKey _nodeKey;

    private Household(int index, MosquittoServer broker, GatewayDatabase database, GatewayKeys keys, NodeKey nodeKey, GatewayOptions options) =>
        (Index, _broker, _database, Keys, _nodeKey, Options) = (index, broker, database, keys, nodeKey, options);

    public int Index { get; }

    public string Name => $"house-{Index + 1}";

    public GatewayKeys Keys { get; }

    public GatewayOptions Options { get; }

    public GatewayService Gateway { get; private set; } = null!;

    public SimulatedNode Node { get; private set; } = null!;

    /// <summary>Whether house and gateway have nothing left to do.</summary>
    public bool IsIdle => Node.Idle && Gateway.IsIdle;

    /// <summary>Makes the house; its gateway and node start later, when it is enrolled.</summary>
    public static async Task<Household> CreateAsync(int index, string folder, Bytes32 communityId, int communityPort, Uri chain)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, $"house-{index + 1}")).FullName;
        var broker = await MosquittoServer.StartAsync();
        using var seed = GatewaySeed.Generate(RandomSource.System);
        var nodeKey = NodeKey.Generate();
        var keyFile = Path.Combine(home, "hall-1.key");
        await File.WriteAllTextAsync(keyFile, nodeKey.Export());
        var options = new GatewayOptions
        {
            House = $"house-{index + 1}",
            DataDirectory = home,
            CommunityId = communityId.ToString(),
            DeploymentFile = Path.Combine(folder, "deployment.json"),
            Contact = new ContactOptions { Name = $"Household {index + 1}", Phone = $"+00 555 01{index:00}" },
            Chain = new ChainOptions { Url = chain.ToString(), PollInterval = TimeSpan.FromMinutes(30), Confirmations = 0 },
            HouseBroker = new BrokerOptions { Port = broker.Port },
            CommunityBroker = new BrokerOptions { Port = communityPort },
            Nodes = [new NodeOptions { Id = NodeId, KeyFile = keyFile, HealthInterval = TimeSpan.FromHours(1) }],
        };
        options.Validate();
        return new Household(index, broker, GatewayDatabase.Open(Path.Combine(home, "gateway.db")), GatewayKeys.Derive(seed), nodeKey, options);
    }

    /// <summary>Starts the gateway and powers the node.</summary>
    public void Start(SignedHouseNumber houseNumber, QuarantineDeployment deployment, IEthereumNode chain, TimeProvider clock, Action<string> log)
    {
        Gateway = new GatewayService(new GatewayParts
        {
            Options = Options,
            Database = _database,
            Keys = Keys,
            HouseNumber = houseNumber,
            Deployment = deployment,
            Chain = chain,
            Links = new MosquittoLinkFactory(),
            Clock = clock,
            Log = text => log($"{Name}: {text}"),
        });
        Gateway.Start();
        Node = new SimulatedNode(NodeRecord.Create(Name, NodeId, _nodeKey, _broker.Port), new MemoryFlash(), new MosquittoLinkFactory(), clock);
        Node.PowerOn();
    }

    /// <summary>Lets something happen in the house.</summary>
    public void Do(ActionKind kind)
    {
        switch (kind)
        {
            case ActionKind.DoorOpens:
                Node.SetDoor(open: true);
                break;
            case ActionKind.DoorCloses:
                Node.SetDoor(open: false);
                break;
            case ActionKind.MotionBegins:
                Node.SetMotionInside(on: true);
                break;
            case ActionKind.MotionEnds:
                Node.SetMotionInside(on: false);
                break;
            case ActionKind.HelpPressed:
                Node.PressHelp();
                break;
            case ActionKind.PowerOff:
                Node.PowerOff();
                break;
            case ActionKind.PowerOn:
                Node.PowerOn();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Node is not null)
        {
            await Node.DisposeAsync();
        }

        if (Gateway is not null)
        {
            await Gateway.DisposeAsync();
        }

        _database.Dispose();
        Keys.Dispose();
        _nodeKey.Dispose();
        await _broker.DisposeAsync();
    }
}
