using System.Collections.Concurrent;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests.Simulator;

/// <summary>
/// The gateway's side of the acknowledgement loop and nothing else: reads with the gateway's codecs, commits to a ledger, then acknowledges.
/// It can die between receipt and commit.
/// </summary>
internal sealed class HouseGateway : IAsyncDisposable
{
    private readonly IMqttLink _link;
    private readonly IReadOnlyDictionary<string, NodeKey> _keys;
    private readonly Ledger _ledger;
    private readonly string _house;
    private readonly ConcurrentQueue<EventRejection> _rejections = new();
    private readonly ConcurrentDictionary<string, uint> _boots = new(StringComparer.Ordinal);
    private int _untilDeath = -1;

    private HouseGateway(MqttLinkOptions options, string house, IReadOnlyDictionary<string, NodeKey> keys, Ledger ledger)
    {
        (_house, _keys, _ledger) = (house, keys, ledger);
        _link = new MosquittoLinkFactory().Create(options);
    }

    /// <summary>Completes when it has died as <see cref="DieAfter"/> said.</summary>
    internal TaskCompletionSource Died { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal IReadOnlyCollection<EventRejection> Rejections => _rejections;

    internal ConcurrentQueue<NodeHealth> Healths { get; } = new();

    internal static async Task<HouseGateway> StartAsync(MosquittoServer broker, string house, IReadOnlyDictionary<string, NodeKey> keys, Ledger ledger, Action<MqttLinkOptions>? more = null)
    {
        var options = new MqttLinkOptions
        {
            Host = MosquittoServer.Host,
            Port = broker.Port,
            CaFile = broker.CaFile,
            ClientId = $"gateway-{house}",
            ReconnectDelay = TimeSpan.FromMilliseconds(20),
            ReconnectDelayMaximum = TimeSpan.FromMilliseconds(200),
        };
        more?.Invoke(options);
        var gateway = new HouseGateway(options, house, keys, ledger);
        var events = gateway._link.SubscribeAsync(NodeTopic.Filter(house, NodeTopic.Event), gateway.Take);
        var healths = gateway._link.SubscribeAsync(NodeTopic.Filter(house, NodeTopic.Health), gateway.TakeHealth);
        await gateway._link.ConnectAsync();
        await Task.WhenAll(events, healths);
        return gateway;
    }

    /// <summary>Receives so many further events, and dies with the next one in hand.</summary>
    internal void DieAfter(int events) => Volatile.Write(ref _untilDeath, events);

    internal void SetLed(string node, LedState state, ulong id) =>
        _ = _link.PublishAsync(Command(node), NodeCommandCodec.SetLed(_keys[node], _house, node, state, id));

    /// <summary>Anything at all, on the node's command topic.</summary>
    internal Task SendAsync(string node, byte[] payload) => _link.PublishAsync(Command(node), payload);

    internal ValueTask KillAsync() => _link.AbortAsync();

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    private string Command(string node) => new NodeTopic(_house, node, NodeTopic.Command).ToString();

    private void Take(MqttMessage message)
    {
        if (Died.Task.IsCompleted)
        {
            return;
        }

        Assert.True(NodeTopic.TryParse(message.Topic, out var topic));
        if (!SensorEventCodec.TryParse(message.Payload.Span, _keys[topic.Node], _house, topic.Node, out var read, out var rejection))
        {
            _rejections.Enqueue(rejection);
            return;
        }

        if (Interlocked.Decrement(ref _untilDeath) == -1)
        {
            Died.TrySetResult();
            return;
        }

        _ledger.Commit(read);
        Acknowledge(topic.Node, read.Boot);
    }

    private void TakeHealth(MqttMessage message)
    {
        if (!Died.Task.IsCompleted && NodeTopic.TryParse(message.Topic, out var topic)
            && NodeHealthCodec.TryParse(message.Payload.Span, _keys[topic.Node], _house, topic.Node, out var read, out _))
        {
            Healths.Enqueue(read);
            Acknowledge(topic.Node, read.Boot);
        }
    }

    private void Acknowledge(string node, uint boot)
    {
        var highest = _boots.AddOrUpdate(node, boot, (_, known) => Math.Max(known, boot));
        if (_ledger.CompleteUpTo(node, highest) is > 0 and var upTo)
        {
            _ = _link.PublishAsync(Command(node), NodeCommandCodec.Acknowledge(_keys[node], _house, node, highest, upTo));
        }
    }
}
