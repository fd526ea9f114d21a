using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;

namespace Quarantine.Gateway.Ingest;

/// <summary>
/// Sends commands to the nodes, without waiting: a node that misses an acknowledgement sends its events again. Thread-safe.
/// </summary>
internal sealed class NodeCommands(IMqttLink link, string house, TimeProvider clock, Action<Exception> onError)
{
    private long _sending;
    private long _lastId;

    /// <summary>Commands that the broker has not taken yet.</summary>
    public long Sending => Interlocked.Read(ref _sending);

    public void Acknowledge(HouseNode node, uint boot, uint sequence) =>
        _ = SendAsync(node, NodeCommandCodec.Acknowledge(node.Key, house, node.Id, boot, sequence));

    public void SetLed(HouseNode node, LedState state) =>
        _ = SendAsync(node, NodeCommandCodec.SetLed(node.Key, house, node.Id, state, NextId()));

    /// <summary>Rises for ever, also over restarts: a node takes no LED command that is older than its last.</summary>
    private ulong NextId()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _lastId);
            var next = Math.Max(last + 1, clock.GetUtcNow().ToUnixTimeMilliseconds());
            if (Interlocked.CompareExchange(ref _lastId, next, last) == last)
            {
                return (ulong)next;
            }
        }
    }

    private async Task SendAsync(HouseNode node, byte[] command)
    {
        Interlocked.Increment(ref _sending);
        try
        {
            await link.PublishAsync(new NodeTopic(house, node.Id, NodeTopic.Command).ToString(), command);
        }
        catch (Exception exception) when (exception is MqttLinkException or ObjectDisposedException)
        {
            onError(exception);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
        }
    }
}
