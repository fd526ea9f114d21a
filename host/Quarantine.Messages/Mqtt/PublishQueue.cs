namespace Quarantine.Messages.Mqtt;

/// <summary>
/// The bounded queue towards the broker: messages that wait, and those that were handed over and are not acknowledged. Thread-safe.
/// </summary>
internal sealed class PublishQueue(int maximum, int window)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<PendingPublish> _waiting = new();
    private readonly SortedDictionary<long, PendingPublish> _inFlight = [];
    private readonly Dictionary<int, long> _orderOf = [];
    private long _handedOver;
    private bool _closed;

    /// <summary>Adds a message; throws where the queue is full or closed.</summary>
    internal void Add(PendingPublish message, bool connected)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, typeof(IMqttLink));
            if (message.QualityOfService == MqttQualityOfService.AtMostOnce && !connected)
            {
                throw new MqttLinkException(MqttLinkError.NotConnected, "There is no connection to the broker, and a QoS 0 message is not kept.");
            }

            if (_waiting.Count + _inFlight.Count >= maximum)
            {
                throw new MqttLinkException(MqttLinkError.QueueFull, $"{maximum} messages wait for the broker already (MaximumPending).");
            }

            _waiting.AddLast(message);
        }
    }

    /// <summary>The next message to hand over, unless as many are unacknowledged as may be.</summary>
    internal bool TryTake(out PendingPublish? message)
    {
        lock (_gate)
        {
            message = null;
            while (_inFlight.Count < window && _waiting.First is { } first)
            {
                _waiting.RemoveFirst();
                if (!first.Value.Done.IsCompleted)
                {
                    message = first.Value;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Notes under which packet id a message went.</summary>
    internal void HandedOver(int packetId, PendingPublish message)
    {
        lock (_gate)
        {
            _orderOf[packetId] = _handedOver;
            _inFlight[_handedOver++] = message;
        }
    }

    internal void Acknowledged(int packetId)
    {
        PendingPublish? message = null;
        lock (_gate)
        {
            if (_orderOf.Remove(packetId, out var order))
            {
                _inFlight.Remove(order, out message);
            }
        }

        message?.Complete();
    }

    /// <summary>After a loss: unacknowledged QoS 1 messages wait again, in their order and before all others; QoS 0 ones fail.</summary>
    internal void ConnectionLost()
    {
        List<PendingPublish> lost;
        lock (_gate)
        {
            var all = _inFlight.Values.Reverse().ToList();
            lost = [.. all.Concat(_waiting).Where(m => m.QualityOfService == MqttQualityOfService.AtMostOnce)];
            foreach (var message in all)
            {
                _waiting.AddFirst(message);
            }

            lost.ForEach(m => _waiting.Remove(m));
            _inFlight.Clear();
            _orderOf.Clear();
        }

        lost.ForEach(m => m.Fail(new MqttLinkException(MqttLinkError.ConnectionLost, "The connection broke before the QoS 0 message was written.")));
    }

    /// <summary>Fails everything and takes nothing further.</summary>
    internal void Close()
    {
        List<PendingPublish> all;
        lock (_gate)
        {
            _closed = true;
            all = [.. _inFlight.Values, .. _waiting];
            _inFlight.Clear();
            _waiting.Clear();
        }

        all.ForEach(m => m.Fail(new ObjectDisposedException(nameof(IMqttLink))));
    }
}
