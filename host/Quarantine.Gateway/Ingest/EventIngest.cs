using System.Text;
using Quarantine.Gateway.Presence;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>
/// Takes messages of the nodes in: authenticates them, gives them the gateway's time, commits them, and only then acknowledges them to
/// their node. What fails is dropped and counted by reason. Used by the house's loop alone.
/// </summary>
internal sealed class EventIngest(
    string house,
    IReadOnlyDictionary<string, HouseNode> nodes,
    EventStore store,
    HousePresence presence,
    IngestCounters counters,
    NodeCommands commands,
    RemovedNodes removed,
    Action<HouseNode> onHealthy,
    TimeProvider clock,
    Action<string> log)
{
    private static readonly TimeSpan OldestEvent = TimeSpan.FromDays(7);

    /// <summary>A gap that later events and this time could not fill is a known loss: the node no longer has what is missing.</summary>
    private static readonly TimeSpan GapPatience = TimeSpan.FromMinutes(10);

    /// <summary>Takes a batch in; the help calls and other events in it that were not stored before.</summary>
    public IReadOnlyList<StoredEvent> Take(IReadOnlyList<NodeMessage> batch)
    {
        var events = new List<StoredEvent>();
        var touched = new HashSet<HouseNode>();
        var healthy = new HashSet<HouseNode>();
        foreach (var message in batch)
        {
            if (!nodes.TryGetValue(message.Topic.Node, out var node) || message.Topic.House != house)
            {
                counters.CountDropped("unknown-node");
                removed.Take(message);
                continue;
            }

            switch (message.Topic.Channel)
            {
                case NodeTopic.Event:
                    TakeEvent(node, message, events);
                    touched.Add(node);
                    break;
                case NodeTopic.Health:
                    if (TakeHealth(node, message))
                    {
                        healthy.Add(node);
                    }

                    touched.Add(node);
                    break;
                case NodeTopic.Availability when !message.Retained && Encoding.UTF8.GetString(message.Payload.Span) == "offline":
                    node.Watch.Lose(message.Receipt);
                    break;
                default:
                    break;
            }
        }

        var fresh = Commit(events, touched);
        foreach (var node in healthy)
        {
            onHealthy(node);
        }

        return fresh;
    }

    /// <summary>Opens faults of nodes that are silent; when the next one may be.</summary>
    public DateTimeOffset? Watch()
    {
        var now = clock.GetUtcNow();
        foreach (var node in nodes.Values)
        {
            node.Watch.Check(now);
        }

        return nodes.Values.Min(node => node.Watch.SilentAt);
    }

    private void TakeEvent(HouseNode node, NodeMessage message, List<StoredEvent> events)
    {
        if (!SensorEventCodec.TryParse(message.Payload.Span, node.Key, house, node.Id, out var read, out var rejection))
        {
            counters.CountDropped(Name(rejection));
            return;
        }

        var (time, uncertain) = node.ClockOf(read.Boot).TimeOf(read.UpMilliseconds, read.SentMilliseconds, message.Receipt, message.Live);
        if (message.Receipt - time > OldestEvent)
        {
            counters.CountDropped("too-old");
            return;
        }

        Hear(node, read.Boot, read.SentMilliseconds, message);
        events.Add(new StoredEvent(
            node.Id, read.Boot, read.Sequence, read.UpMilliseconds, (int)read.Kind, read.Value, ToMilliseconds(time), uncertain));
    }

    /// <summary>Whether the node said it now, and so is there.</summary>
    private bool TakeHealth(HouseNode node, NodeMessage message)
    {
        if (!NodeHealthCodec.TryParse(message.Payload.Span, node.Key, house, node.Id, out var health, out var rejection))
        {
            counters.CountDropped(Name(rejection));
            return false;
        }

        if (!message.Retained)
        {
            LogFaults(node, health);
            node.Health = new NodeCondition(health.Queued, health.Dropped, health.BatteryMillivolts, health.Faults);
            Hear(node, health.Boot, health.UpMilliseconds, message);
        }

        return !message.Retained;
    }

    private void LogFaults(HouseNode node, NodeHealth health)
    {
        if ((health.Faults & ~(node.Health?.Faults ?? NodeFaults.None)) is not NodeFaults.None and var raised)
        {
            log($"Node {node.Id} tells of a fault: {NodeFaultText.Of(raised)}.");
        }
    }

    private void Hear(HouseNode node, uint boot, ulong sent, NodeMessage message)
    {
        if (boot > (node.Watch.Boot ?? 0))
        {
            log($"Node {node.Id} has started: boot {boot}.");
        }

        var bootedAt = node.ClockOf(boot).Observe(sent, message.Receipt, message.Live);
        node.Watch.Hear(boot, ToMilliseconds(bootedAt), ToMilliseconds(message.Receipt));
    }

    private IReadOnlyList<StoredEvent> Commit(List<StoredEvent> events, HashSet<HouseNode> touched)
    {
        var fresh = events.Count > 0 ? store.Append(events) : [];
        for (var repeated = events.Count - fresh.Count; repeated > 0; repeated--)
        {
            counters.CountDropped("repeated");
        }

        counters.CountStored(fresh.Count);
        foreach (var item in fresh)
        {
            if (EventObservation.Of(item) is { } observation)
            {
                presence.Add(observation);
            }
        }

        foreach (var node in touched)
        {
            Acknowledge(node);
        }

        if (counters.TakeUnsaved() is { Count: > 0 } dropped)
        {
            store.CountDropped(dropped);
        }

        return fresh;
    }

    /// <summary>Nothing is acknowledged that is not committed; a loss that is known to stay is passed over and counted.</summary>
    private void Acknowledge(HouseNode node)
    {
        if (node.Watch.Boot is not { } boot)
        {
            return;
        }

        var before = node.Progress?.Boot == boot ? node.Progress : null;
        var complete = store.CompleteUpTo(node.Id, boot, before?.Acknowledged ?? 0);
        var lost = node.Progress?.Lost ?? 0;
        (complete, lost) = PassOverGap(node, boot, complete, lost);
        var progress = new NodeProgress(node.Id, boot, complete, node.Watch.Heard ?? clock.GetUtcNow(), lost, node.Health);
        if (progress != node.Progress)
        {
            store.Save(progress);
            node.Progress = progress;
        }

        if (complete > 0)
        {
            commands.Acknowledge(node, boot, complete);
        }
    }

    private (uint Complete, long Lost) PassOverGap(HouseNode node, uint boot, uint complete, long lost)
    {
        if (store.NextStored(node.Id, boot, complete) is not { } next)
        {
            node.GapSince = null;
            return (complete, lost);
        }

        node.GapSince ??= clock.GetUtcNow();
        if (clock.GetUtcNow() - node.GapSince < GapPatience)
        {
            return (complete, lost);
        }

        node.GapSince = null;
        return (store.CompleteUpTo(node.Id, boot, next), lost + (next - complete - 1));
    }

    private static string Name(EventRejection rejection) => rejection switch
    {
        EventRejection.Version => "version",
        EventRejection.ForeignNode => "foreign-node",
        EventRejection.Mac => "mac",
        _ => "malformed",
    };

    private static DateTimeOffset ToMilliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}
