using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

/// <summary>A running Mosquitto that is told of changes by SIGHUP, through the configured command.</summary>
public sealed class BrokerReloadTests : IAsyncLifetime
{
    private readonly ProvisionedHouse _house = new();
    private RunningBroker _broker = null!;

    public async Task InitializeAsync()
    {
        await _house.SetBrokerUpAsync("--home-assistant");
        _broker = await RunningBroker.StartAsync(_house);
        var text = await File.ReadAllTextAsync(_house.Configuration);
        var setting = $$"""{ "Provisioning": { "ReloadBroker": ["kill", "-HUP", "{{_broker.Id}}"] },""";
        await File.WriteAllTextAsync(_house.Configuration, setting + text.TrimStart()[1..]);
    }

    public async Task DisposeAsync()
    {
        await _broker.DisposeAsync();
        _house.Dispose();
    }

    [Fact]
    public async Task Add_WhileTheBrokerRuns_TheNodeConnects()
    {
        await _house.AddNodeAsync("door-1");

        Assert.Equal(MqttLinkState.Connected, (await UntilConnectedAsync("door-1")).State);
    }

    [Fact]
    public async Task Remove_WhileTheNodeIsConnected_ItIsThrownOutAndStaysOut()
    {
        await _house.AddNodeAsync("door-1");
        var password = _house.Recorded("door-1", "password");
        var node = await UntilConnectedAsync("door-1");
        var thrownOut = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        node.StateChanged += (_, change) => _ = change.State == MqttLinkState.Disconnected && thrownOut.TrySetResult();

        var told = JsonDocument.Parse(await _house.DoAsync("node", "remove", "--id", "door-1", "--json")).RootElement;

        Assert.True(told.GetProperty("brokerReloaded").GetBoolean());
        await thrownOut.Task.WaitAsync(RunningBroker.Patience);
        var again = _broker.Client($"{ProvisionedHouse.Name}/door-1", password, clientId: "again");
        Assert.Equal(MqttLinkError.NotAuthorized, await RunningBroker.FailureAsync(again));
    }

    [Fact]
    public async Task Renew_WhileTheBrokerRuns_NodesGoOnTrustingItsFreshCertificate()
    {
        await _house.AddNodeAsync("door-1");
        var before = await File.ReadAllTextAsync(_house.Broker.Certificate);

        await _house.DoAsync("broker", "renew", "--host", "127.0.0.1", "--host", "gateway.example");

        var after = await File.ReadAllTextAsync(_house.Broker.Certificate);
        Assert.NotEqual(before, after);
        using var fresh = X509Certificate2.CreateFromPem(after);
        while (await ShownAsync() != fresh.Thumbprint)
        {
            // The signal is sent, not awaited.
        }

        Assert.Equal(MqttLinkState.Connected, (await UntilConnectedAsync("door-1")).State);
    }

    [Fact]
    public async Task HomeAssistant_ReadsStatesAndDiscoveryButNoEvents()
    {
        await _house.AddNodeAsync("door-1");
        var node = await UntilConnectedAsync("door-1");
        var password = (await File.ReadAllTextAsync(_house.Files.HomeAssistantPassword)).Trim();
        var assistant = _broker.Client("home-assistant", password);
        await assistant.ConnectAsync().WaitAsync(RunningBroker.Patience);
        var heard = await RunningBroker.HearAsync(assistant, "#");

        await RunningBroker.SayAsync(node, $"quarantine/v1/{ProvisionedHouse.Name}/door-1/event", "private");
        await RunningBroker.SayAsync(node, $"quarantine/v1/{ProvisionedHouse.Name}/door-1/health", "private");
        await RunningBroker.SayAsync(node, $"quarantine/v1/{ProvisionedHouse.Name}/door-1/state", "shown");
        await RunningBroker.SayAsync(node, "homeassistant/device/door-1/config", "discovery");

        Assert.True(heard.TryTake(out var first, RunningBroker.Patience));
        Assert.Equal($"quarantine/v1/{ProvisionedHouse.Name}/door-1/state=shown", first);
        Assert.True(heard.TryTake(out var second, RunningBroker.Patience));
        Assert.Equal("homeassistant/device/door-1/config=discovery", second);
    }

    /// <summary>Thumbprint of the certificate that the broker shows.</summary>
    private async Task<string?> ShownAsync()
    {
        using var patience = new CancellationTokenSource(RunningBroker.Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _house.Port, patience.Token);
        using var authority = X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(_house.Files.Authority));
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(authority);
        await using var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = "127.0.0.1", CertificateChainPolicy = trust }, patience.Token);
        return stream.RemoteCertificate?.GetCertHashString();
    }

    /// <summary>The signal is sent, not awaited: until the broker has read its files it refuses.</summary>
    private async Task<IMqttLink> UntilConnectedAsync(string node)
    {
        var link = _broker.Client($"{ProvisionedHouse.Name}/{node}", _house.Recorded(node, "password"));
        for (var started = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(started) < RunningBroker.Patience;)
        {
            try
            {
                await link.ConnectAsync().WaitAsync(RunningBroker.Patience);
                break;
            }
            catch (MqttLinkException refusal) when (refusal.Error == MqttLinkError.NotAuthorized)
            {
                // Not read yet.
            }
        }

        return link;
    }
}
