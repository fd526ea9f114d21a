using Quarantine.Firmware.Core;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Tests.Running;

/// <summary>One connection to a real broker behind the firmware's port.</summary>
internal sealed class BrokerSession(RadioLink link, Func<MqttWill, IMqttLink> open) : IMqttSession
{
    private IMqttLink? _mqtt;
    private int _messages;
    private int _subscriptions;
    private int _refused;

    public int Unconfirmed => Volatile.Read(ref _messages) + UnconfirmedSubscriptions;

    public int UnconfirmedSubscriptions => Volatile.Read(ref _subscriptions);

    public bool SubscriptionRefused => Volatile.Read(ref _refused) > 0;

    public void Open(string willTopic, byte[] willPayload)
    {
        _mqtt = open(new MqttWill(willTopic, willPayload, MqttQualityOfService.AtLeastOnce, Retain: true));
        try
        {
            _mqtt.ConnectAsync().WaitAsync(RadioThread.Patience).GetAwaiter().GetResult();
        }
        catch (MqttLinkException refused) when (refused.Error == MqttLinkError.NotAuthorized)
        {
            throw new MqttRefusedException();
        }

        _mqtt.StateChanged += (_, change) =>
        {
            if (change.State == MqttLinkState.Disconnected)
            {
                link.OnLost();
            }
        };
    }

    public void Subscribe(string topic)
    {
        Interlocked.Increment(ref _subscriptions);
        _ = SubscribeAsync(topic);
    }

    public bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain)
    {
        Interlocked.Increment(ref _messages);
        _ = PublishAsync(topic, payload, retain);
        return true;
    }

    public void Close() => _mqtt?.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>The power fails.</summary>
    internal Task CutAsync() => _mqtt!.AbortAsync().AsTask();

    private async Task SubscribeAsync(string topic)
    {
        try
        {
            await _mqtt!.SubscribeAsync(topic, message => link.OnMessage(message.Topic, message.Payload.ToArray()));
        }
        catch (MqttLinkException)
        {
            Interlocked.Increment(ref _refused);
        }

        Interlocked.Decrement(ref _subscriptions);
    }

    private async Task PublishAsync(string topic, byte[] payload, bool retain)
    {
        try
        {
            await _mqtt!.PublishAsync(topic, payload, MqttQualityOfService.AtLeastOnce, retain);
        }
        catch (Exception gone) when (gone is MqttLinkException or ObjectDisposedException)
        {
            // The gateway's acknowledgement alone counts.
        }

        Interlocked.Decrement(ref _messages);
    }
}
