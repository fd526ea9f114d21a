using System.Collections.Concurrent;
using System.Text;
using Quarantine.Messages.Mqtt;
using Quarantine.TestKit;

namespace Quarantine.Gateway.Tests.Provisioning.Broker;

/// <summary>A real Mosquitto on exactly the files that <c>broker init</c> wrote.</summary>
internal sealed class RunningBroker : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ProvisionedHouse _house;
    private readonly MosquittoProcess _process;
    private readonly List<IMqttLink> _links = [];

    private RunningBroker(ProvisionedHouse house, MosquittoProcess process) => (_house, _process) = (house, process);

    public int Id => _process.Id;

    /// <summary>Starts the broker that was set up; with another port where somebody was quicker.</summary>
    public static async Task<RunningBroker> StartAsync(ProvisionedHouse house)
    {
        var log = new ConcurrentQueue<string>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            if (await MosquittoProcess.TryStartAsync(house.Broker.Configuration, house.Port, log.Enqueue) is { } process)
            {
                return new RunningBroker(house, process);
            }

            await house.MoveBrokerAsync();
        }

        throw new InvalidOperationException($"mosquitto did not start:\n{string.Join('\n', log)}");
    }

    /// <summary>A client that is not connected yet, with the house's authority.</summary>
    public IMqttLink Client(string? user, string? password, string? clientId = null, string? caFile = null, bool tls = true, string? host = null)
    {
        var link = new MosquittoLinkFactory().Create(new MqttLinkOptions
        {
            Host = host ?? "127.0.0.1",
            Port = _house.Port,
            ClientId = clientId ?? user ?? "nobody",
            CaFile = tls ? caFile ?? _house.Files.Authority : null,
            UserName = user,
            Password = password,
            CleanSession = true,
        });
        _links.Add(link);
        return link;
    }

    /// <summary>A connected node.</summary>
    public Task<IMqttLink> NodeAsync(string id) => ConnectAsync(Client($"{ProvisionedHouse.Name}/{id}", _house.Recorded(id, "password")));

    /// <summary>The connected gateway.</summary>
    public async Task<IMqttLink> GatewayAsync() =>
        await ConnectAsync(Client($"gateway-{ProvisionedHouse.Name}", (await File.ReadAllTextAsync(_house.Files.BrokerPassword)).Trim()));

    /// <summary>What a client hears on a filter from now on, as <c>topic=payload</c>.</summary>
    public static async Task<BlockingCollection<string>> HearAsync(IMqttLink link, string filter)
    {
        var heard = new BlockingCollection<string>();
        await link.SubscribeAsync(filter, message => heard.Add($"{message.Topic}={Encoding.UTF8.GetString(message.Payload.Span)}")).WaitAsync(Patience);
        return heard;
    }

    public static Task SayAsync(IMqttLink link, string topic, string text, bool retain = false) =>
        link.PublishAsync(topic, Encoding.UTF8.GetBytes(text), retain: retain).WaitAsync(Patience);

    public static async Task<MqttLinkError> FailureAsync(IMqttLink link) =>
        (await Assert.ThrowsAsync<MqttLinkException>(() => link.ConnectAsync().WaitAsync(Patience))).Error;

    public async ValueTask DisposeAsync()
    {
        foreach (var link in _links)
        {
            await link.DisposeAsync();
        }

        await _process.DisposeAsync();
    }

    private static async Task<IMqttLink> ConnectAsync(IMqttLink link)
    {
        await link.ConnectAsync().WaitAsync(Patience);
        return link;
    }
}
