using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>
/// Erases what the broker keeps of nodes that are not this house's any more: Home Assistant would show them for ever. Does not wait.
/// </summary>
internal sealed class RemovedNodes(IMqttLink link, string house, Action<Exception> onError)
{
    /// <summary>Takes a message of an unknown node; what the broker had kept says that the node was here once.</summary>
    public void Take(NodeMessage message)
    {
        if (message is { Retained: true, Payload.IsEmpty: false } && message.Topic.House == house)
        {
            _ = EraseAsync(message.Topic.Node);
        }
    }

    private async Task EraseAsync(string node)
    {
        try
        {
            foreach (var channel in (string[])[NodeTopic.State, NodeTopic.Availability])
            {
                await EraseTopicAsync(new NodeTopic(house, node, channel).ToString());
            }

            await EraseTopicAsync(NodeTopic.Discovery(node));
        }
        catch (Exception exception) when (exception is MqttLinkException or ObjectDisposedException)
        {
            onError(exception);
        }
    }

    /// <summary>An empty message takes the place of the one that was kept (MQTT 3.1.1, 3.3.1.3).</summary>
    private Task EraseTopicAsync(string topic) => link.PublishAsync(topic, ReadOnlyMemory<byte>.Empty, retain: true);
}
