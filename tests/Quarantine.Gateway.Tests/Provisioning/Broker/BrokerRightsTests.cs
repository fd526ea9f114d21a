using System.Collections.Concurrent;
using Quarantine.Messages.Mqtt;
using Quarantine.TestKit;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

/// <summary>Who may do what, on a real Mosquitto with exactly the files that the commands wrote.</summary>
public sealed class BrokerRightsTests : IAsyncLifetime
{
    private const string Prefix = $"quarantine/v1/{ProvisionedHouse.Name}";

    private readonly ProvisionedHouse _house = new();
    private RunningBroker _broker = null!;

    public async Task InitializeAsync()
    {
        await _house.SetBrokerUpAsync();
        await _house.AddNodeAsync("door-1");
        await _house.AddNodeAsync("door-2");
        _broker = await RunningBroker.StartAsync(_house);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        _house.Dispose();
    }

    [Theory]
    [InlineData($"{Prefix}/door-1/event", true)]
    [InlineData($"{Prefix}/door-1/state", true)]
    [InlineData($"{Prefix}/door-1/availability", true)]
    [InlineData($"{Prefix}/door-1/health", true)]
    [InlineData($"{Prefix}/door-1/command", false)]
    [InlineData($"{Prefix}/door-1/other", false)]
    [InlineData($"{Prefix}/door-2/event", false)]
    [InlineData($"{Prefix}/door-2/command", false)]
    [InlineData("quarantine/v1/house-2/door-1/event", false)]
    public async Task Node_Publishing_ReachesTheGatewayOnItsOwnTopicsOnly(string topic, bool allowed)
    {
        var heard = await RunningBroker.HearAsync(await _broker.GatewayAsync(), "quarantine/v1/#");
        var node = await _broker.NodeAsync("door-1");

        await RunningBroker.SayAsync(node, topic, "said");
        await RunningBroker.SayAsync(node, $"{Prefix}/door-1/event", "last");

        Assert.Equal(allowed ? $"{topic}=said" : $"{Prefix}/door-1/event=last", Next(heard));
    }

    [Theory]
    [InlineData($"{Prefix}/door-1/command", true)]
    [InlineData($"{Prefix}/door-2/command", false)]
    [InlineData($"{Prefix}/door-2/event", false)]
    [InlineData($"{Prefix}/door-1/event", false)]
    public async Task Node_ListeningToEverything_HearsItsOwnCommandsOnly(string topic, bool allowed)
    {
        var heard = await RunningBroker.HearAsync(await _broker.NodeAsync("door-1"), "#");
        var gateway = await _broker.GatewayAsync();

        await RunningBroker.SayAsync(gateway, topic, "said");
        await RunningBroker.SayAsync(gateway, $"{Prefix}/door-1/command", "last");

        Assert.Equal(allowed ? $"{topic}=said" : $"{Prefix}/door-1/command=last", Next(heard));
    }

    [Fact]
    public async Task Gateway_ListeningToItsHouse_HearsEveryNode()
    {
        var heard = await RunningBroker.HearAsync(await _broker.GatewayAsync(), $"{Prefix}/+/event");

        await RunningBroker.SayAsync(await _broker.NodeAsync("door-1"), $"{Prefix}/door-1/event", "one");
        await RunningBroker.SayAsync(await _broker.NodeAsync("door-2"), $"{Prefix}/door-2/event", "two");

        Assert.Equal([$"{Prefix}/door-1/event=one", $"{Prefix}/door-2/event=two"], new[] { Next(heard), Next(heard) });
    }

    [Fact]
    public async Task Connect_WrongPassword_Refused() =>
        Assert.Equal(MqttLinkError.NotAuthorized, await RunningBroker.FailureAsync(_broker.Client($"{ProvisionedHouse.Name}/door-1", "wrong")));

    [Fact]
    public async Task Connect_AnotherNodesPassword_Refused() => Assert.Equal(
        MqttLinkError.NotAuthorized,
        await RunningBroker.FailureAsync(_broker.Client($"{ProvisionedHouse.Name}/door-1", _house.Recorded("door-2", "password"))));

    [Fact]
    public async Task Connect_Anonymous_Refused() =>
        Assert.Equal(MqttLinkError.NotAuthorized, await RunningBroker.FailureAsync(_broker.Client(user: null, password: null)));

    [Fact]
    public async Task Connect_WithoutTls_Refused()
    {
        var error = await RunningBroker.FailureAsync(_broker.Client($"{ProvisionedHouse.Name}/door-1", _house.Recorded("door-1", "password"), tls: false));

        Assert.Contains(error, new[] { MqttLinkError.Unreachable, MqttLinkError.ConnectionLost, MqttLinkError.ConnectTimeout });
        Assert.Equal(MqttLinkState.Connected, (await _broker.NodeAsync("door-1")).State);
    }

    [Fact]
    public async Task Connect_AnotherAuthority_Refused()
    {
        using var other = new TestCertificates(_house.Terminal.PathOf("other"));

        Assert.Equal(MqttLinkError.Tls, await RunningBroker.FailureAsync(_broker.Client("anybody", "anything", caFile: other.CaFile)));
    }

    /// <summary>The same address, written so that it is no address to whoever checks the certificate.</summary>
    [Fact]
    public async Task Connect_ANameThatIsNotInTheCertificate_Refused() =>
        Assert.Equal(MqttLinkError.Tls, await RunningBroker.FailureAsync(_broker.Client("anybody", "anything", host: "127.1")));

    [Fact]
    public async Task Node_WithTheGatewaysClientId_DoesNotTakeItsSession()
    {
        var gateway = await _broker.GatewayAsync();
        var heard = await RunningBroker.HearAsync(gateway, $"{Prefix}/+/event");
        var node = _broker.Client($"{ProvisionedHouse.Name}/door-1", _house.Recorded("door-1", "password"), clientId: $"gateway-{ProvisionedHouse.Name}");
        await node.ConnectAsync().WaitAsync(RunningBroker.Patience);

        await RunningBroker.SayAsync(node, $"{Prefix}/door-1/event", "still heard");

        Assert.Equal($"{Prefix}/door-1/event=still heard", Next(heard));
        Assert.Equal(MqttLinkState.Connected, gateway.State);
    }

    [Fact]
    public async Task Node_AnOversizedMessage_IsNotPassedOn()
    {
        var heard = await RunningBroker.HearAsync(await _broker.GatewayAsync(), $"{Prefix}/+/event");
        var node = await _broker.NodeAsync("door-1");

        await RunningBroker.SayAsync(node, $"{Prefix}/door-1/event", new string('x', 8193));
        await RunningBroker.SayAsync(node, $"{Prefix}/door-1/event", "last");

        Assert.Equal($"{Prefix}/door-1/event=last", Next(heard));
    }

    private static string Next(BlockingCollection<string> heard) => heard.TryTake(out var item, RunningBroker.Patience) ? item : "nothing";
}
