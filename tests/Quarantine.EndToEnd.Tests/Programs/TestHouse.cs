using System.Text;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;
using Quarantine.Firmware.Core;
using Quarantine.Firmware.Simulator;
using Quarantine.Gateway.Configuration;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.Programs;

/// <summary>A house in a folder: configuration and password of its gateway, its broker, and one simulated node.</summary>
internal sealed class TestHouse : IAsyncDisposable
{
    private readonly NodeKey _key = NodeKey.Generate();

    private TestHouse(string folder, MosquittoServer broker, string name)
    {
        (Folder, Broker) = (folder, broker);
        Configuration = Path.Combine(folder, "gateway.json");
        PasswordFile = Path.Combine(folder, "password");
        Node = new SimulatedNode(Record(name), new MemoryFlash(), new MosquittoLinkFactory(), TimeProvider.System);
    }

    public string Folder { get; }

    public string Configuration { get; }

    public string PasswordFile { get; }

    public MosquittoServer Broker { get; }

    public SimulatedNode Node { get; }

    /// <summary>Writes everything but the keys, which <c>init</c> makes.</summary>
    public static async Task<TestHouse> CreateAsync(string folder, string name, Bytes32 community, string deployment, Uri chain, int? communityPort = null)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var house = new TestHouse(home, await MosquittoServer.StartAsync(), name);
        await File.WriteAllTextAsync(house.PasswordFile, "correct horse battery staple\n");
        await File.WriteAllTextAsync(Path.Combine(home, "hall.key"), house._key.Export());
        ConfigurationFile.Save(house.Configuration, new GatewayOptions
        {
            House = name,
            DataDirectory = "data",
            PasswordFile = "password",
            CommunityId = community.ToString(),
            DeploymentFile = deployment,
            Contact = new ContactOptions { Name = "Test household" },
            Chain = new ChainOptions { Url = chain.ToString(), PollInterval = TimeSpan.FromSeconds(1), Confirmations = 0 },
            HouseBroker = new BrokerOptions { Port = house.Broker.Port },
            CommunityBroker = new BrokerOptions { Port = communityPort ?? house.Broker.Port },
            Nodes = [new NodeOptions { Id = "hall", KeyFile = "hall.key" }],
        });
        return house;
    }

    /// <summary>A deployment that is nowhere, for a house whose chain is away.</summary>
    public static string NoDeployment(string folder)
    {
        var path = Path.Combine(folder, "deployment.json");
        var nowhere = Address.Parse("0x00000000000000000000000000000000000000aa");
        DeploymentFile.Save(path, new QuarantineDeployment(31_337, nowhere, nowhere, nowhere, 0));
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        await Broker.DisposeAsync();
        _key.Dispose();
    }

    private ProvisioningRecord Record(string name)
    {
        var json = $$"""{"v":1,"house":"{{name}}","node":"hall","key":"{{_key.Export()}}","sensors":"door,motion-inside,help","power":"mains","broker":"127.0.0.1","port":{{Broker.Port}},"tls":0,"motion-hold":0,"motion-warm-up":0,"home-assistant":0}""";
        return ProvisioningReader.Read(Encoding.UTF8.GetBytes(json), out var error) ?? throw new InvalidDataException(error);
    }
}
