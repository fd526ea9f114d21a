using System.Threading.Channels;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Running;

/// <summary>The loop inside the house: node messages to presence. It waits for no network.</summary>
internal sealed class HouseLoop : IAsyncDisposable
{
    private const int MostWaiting = 65_536;
    private const int LargestBatch = 512;

    /// <summary>Messages that come this soon after connecting may have waited in the broker.</summary>
    private static readonly TimeSpan BacklogTime = TimeSpan.FromSeconds(5);

    private readonly Channel<NodeMessage> _messages = Channel.CreateBounded<NodeMessage>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly TimeProvider _clock;
    private readonly string _house;
    private readonly IMqttLink _link;
    private readonly EventIngest _ingest;
    private readonly HousePresence _presence;
    private readonly IngestCounters _counters;
    private readonly NodeCommands _commands;
    private readonly Action<IReadOnlyList<StoredEvent>> _onJudged;
    private readonly WorkLoop _loop;
    private DateTimeOffset _connectedAt = DateTimeOffset.MaxValue;

    /// <param name="clock">Time.</param>
    /// <param name="house">The house.</param>
    /// <param name="link">The house's broker.</param>
    /// <param name="ingest">Takes messages.</param>
    /// <param name="presence">Judges.</param>
    /// <param name="counters">Counts.</param>
    /// <param name="commands">Sends to nodes.</param>
    /// <param name="onJudged">Called after each step with the events that were stored in it.</param>
    /// <param name="onError">Takes what a step threw.</param>
    public HouseLoop(
        TimeProvider clock,
        string house,
        IMqttLink link,
        EventIngest ingest,
        HousePresence presence,
        IngestCounters counters,
        NodeCommands commands,
        Action<IReadOnlyList<StoredEvent>> onJudged,
        Action<Exception> onError)
    {
        (_clock, _house, _link, _ingest, _presence, _counters, _commands, _onJudged) =
            (clock, house, link, ingest, presence, counters, commands, onJudged);
        _loop = new WorkLoop(clock, StepAsync, onError);
    }

    public bool IsIdle => _messages.Reader.Count == 0 && _loop.IsIdle && _commands.Sending == 0;

    public void Start()
    {
        _link.StateChanged += (_, change) =>
        {
            if (change.State == MqttLinkState.Connected)
            {
                _connectedAt = _clock.GetUtcNow();
            }
        };
        foreach (var channel in (string[])[NodeTopic.Event, NodeTopic.Health, NodeTopic.Availability])
        {
            _ = _link.SubscribeAsync(NodeTopic.Filter(_house, channel), Receive);
        }

        _loop.Start();
    }

    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    private void Receive(MqttMessage message)
    {
        _counters.CountReceived();
        if (!NodeTopic.TryParse(message.Topic, out var topic))
        {
            _counters.CountDropped("topic");
            return;
        }

        var now = _clock.GetUtcNow();
        if (!_messages.Writer.TryWrite(new NodeMessage(topic, message.Payload, message.Retained, now, now - _connectedAt > BacklogTime)))
        {
            // Not acknowledged, so its node sends it again.
            _counters.CountDropped("busy");
            return;
        }

        _loop.Signal();
    }

    private Task<DateTimeOffset?> StepAsync(CancellationToken cancellationToken)
    {
        var batch = new List<NodeMessage>();
        while (batch.Count < LargestBatch && _messages.Reader.TryRead(out var message))
        {
            batch.Add(message);
        }

        var fresh = batch.Count > 0 ? _ingest.Take(batch) : [];
        var silent = _ingest.Watch();
        _onJudged(fresh);
        var now = _clock.GetUtcNow();
        DateTimeOffset? next = _messages.Reader.Count > 0 ? now : Earlier(silent, _presence.DecisionAt(now));
        return Task.FromResult(next);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null ? right : right is null ? left : left < right ? left : right;
}
