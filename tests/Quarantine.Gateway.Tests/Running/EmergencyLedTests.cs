using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Running;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Running;

/// <summary>The answer to a call for help reaches a node that was away when it came.</summary>
public sealed class EmergencyLedTests : IAsyncLifetime
{
    private const string Node = "hall";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestTerminal _terminal = new();
    private readonly NodeKey _key = NodeKey.Generate();
    private readonly Channel<string> _shown = Channel.CreateUnbounded<string>();
    private MosquittoServer _broker = null!;
    private IMqttLink _node = null!;
    private ServiceParts _parts = null!;
    private GatewayService _gateway = null!;
    private ulong _up;

    public async Task InitializeAsync()
    {
        _broker = await MosquittoServer.StartAsync();
        _parts = new ServiceParts(Options(), _terminal.PathOf("gateway.db"));
        _gateway = _parts.CreateService();
        _node = new MosquittoLinkFactory().Create(new MqttLinkOptions { Host = MosquittoServer.Host, Port = _broker.Port, ClientId = Node });
        await _node.ConnectAsync().WaitAsync(Patience);
        await _node.SubscribeAsync(Topic(NodeTopic.Command), message => Take(message.Payload.Span)).WaitAsync(Patience);
        _gateway.Start();
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _node.DisposeAsync();
        await _broker.DisposeAsync();
        _parts.Dispose();
        _key.Dispose();
        _terminal.Dispose();
    }

    [Theory]
    [InlineData(EmergencyStatus.Sent, "sent")]
    [InlineData(EmergencyStatus.Acknowledged, "acknowledged")]
    [InlineData(EmergencyStatus.Resolved, "calm")]
    public async Task Health_OfANodeThatMissedTheAnswer_IsAnsweredWithIt(EmergencyStatus status, string shown)
    {
        Keep(1, EmergencyStatus.Resolved);
        Keep(2, status);

        Assert.Equal(shown, await SayUntilShownAsync(queued: 0));
    }

    [Fact]
    public async Task Health_WhileAFreshCallWaits_DoesNotShowTheEndOfTheLast()
    {
        Keep(1, EmergencyStatus.Resolved);
        _parts.Database.Write(transaction => HelpRequest.Insert(transaction, Call(2)));
        await SayUntilHeardAsync(queued: 0);
        Keep(2, EmergencyStatus.Sent);

        Assert.Equal("sent", await SayUntilShownAsync(queued: 0));
    }

    [Fact]
    public async Task Health_OfANodeWithAnEventThatIsNotHereYet_DoesNotShowTheEndOfTheLast()
    {
        Keep(1, EmergencyStatus.Resolved);
        await SayUntilHeardAsync(queued: 1);
        Keep(2, EmergencyStatus.Acknowledged);

        Assert.Equal("acknowledged", await SayUntilShownAsync(queued: 1));
    }

    private static HelpRequest Call(uint number) => new(ProvisionedHouse.Now.AddMinutes(number), Node, "");

    private static string Topic(string channel) => new NodeTopic(ProvisionedHouse.Name, Node, channel).ToString();

    private GatewayOptions Options() => new()
    {
        House = ProvisionedHouse.Name,
        CommunityId = Bytes32.FromUInt64(1).ToString(),
        HouseBroker = new BrokerOptions { Port = _broker.Port },
        Nodes = [new NodeOptions { Id = Node, KeyFile = _terminal.Write("hall.key", _key.Export()) }],
    };

    private void Keep(uint number, EmergencyStatus status) =>
        _gateway.Emergencies.Add(new EmergencyEntry(Bytes32.FromUInt64(number), new byte[1], Call(number).Time, status, Node), Call(number));

    private void Take(ReadOnlySpan<byte> command)
    {
        using var json = JsonDocument.Parse(Encoding.UTF8.GetString(command));
        if (json.RootElement.GetProperty("cmd").GetString() == "led")
        {
            _shown.Writer.TryWrite(json.RootElement.GetProperty("value").GetString()!);
        }
    }

    /// <summary>Until the gateway is done with one; it may not be connected at the first, and it is done where it has taken the next in.</summary>
    private async Task SayUntilHeardAsync(uint queued)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var dropped = 0u; dropped < 2; dropped++)
        {
            while (!_gateway.Events.Progress().Any(progress => progress.Node == Node && progress.Health?.Dropped == dropped))
            {
                await SayAsync(queued, dropped);
                patience.Token.ThrowIfCancellationRequested();
            }
        }
    }

    private async Task<string> SayUntilShownAsync(uint queued)
    {
        using var patience = new CancellationTokenSource(Patience);
        var first = _shown.Reader.ReadAsync(patience.Token).AsTask();
        while (!first.IsCompleted)
        {
            await SayAsync(queued);
        }

        return await first;
    }

    private Task SayAsync(uint queued, uint dropped = 0) => _node.PublishAsync(
        Topic(NodeTopic.Health), NodeHealthCodec.Encode(new NodeHealth(Node, 1, ++_up, queued, dropped, 0, NodeFaults.None), _key, ProvisionedHouse.Name)).WaitAsync(Patience);
}
