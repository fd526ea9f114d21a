namespace Quarantine.Messages.Mqtt;

/// <summary>
/// One client's connection to one MQTT 3.1.1 broker, kept up until disposed: after a loss it connects again with growing, jittered delays,
/// subscribes again, and sends again what the broker had not acknowledged. Thread-safe. Events and handlers run on the link's own thread.
/// </summary>
/// <remarks>
/// The broker's acknowledgement is not proof of storage: a killed broker loses what it acknowledged. Whoever must not lose a message waits
/// for the acknowledgement of the program that receives it.
/// </remarks>
public interface IMqttLink : IAsyncDisposable
{
    MqttLinkState State { get; }

    /// <summary>Raised after each change of <see cref="State"/>.</summary>
    event EventHandler<MqttLinkStateChangedEventArgs>? StateChanged;

    /// <summary>Raised for what the link survived: see <see cref="MqttLinkFaultEventArgs"/>. A subscriber must not throw.</summary>
    event EventHandler<MqttLinkFaultEventArgs>? Faulted;

    /// <summary>
    /// Starts the link where it has not been started, and waits for the outcome of the present or next attempt. A failure throws
    /// <see cref="MqttLinkException"/>; the link nevertheless goes on trying until it is disposed. Cancelling ends the wait only.
    /// </summary>
    Task ConnectAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends a message. QoS 1: waits in a bounded queue where there is no connection, and completes when the broker has acknowledged.
    /// QoS 0: completes when it was written to the connection, throws <see cref="MqttLinkError.NotConnected"/> where there is none.
    /// Cancelling ends the wait; the message may still be delivered. Messages of one link keep their order, except that after a loss of
    /// the connection unacknowledged ones are sent again and can arrive twice.
    /// </summary>
    /// <param name="topic">A topic name without wildcards.</param>
    /// <param name="payload">Must not change until the task is complete; empty together with <paramref name="retain"/> erases what is kept.</param>
    /// <param name="qualityOfService">QoS 0 or 1.</param>
    /// <param name="retain">Whether the broker keeps it for later subscribers.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task PublishAsync(
        string topic,
        ReadOnlyMemory<byte> payload,
        MqttQualityOfService qualityOfService = MqttQualityOfService.AtLeastOnce,
        bool retain = false,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Registers a handler at once, and completes when the broker confirmed the subscription; throws
    /// <see cref="MqttLinkError.SubscriptionRefused"/> where it does not. With a persistent session subscribe before connecting and await
    /// afterwards: kept messages arrive right after the connection. A message goes to each handler whose filter covers its topic. After a
    /// reconnection retained messages arrive again.
    /// </summary>
    Task SubscribeAsync(
        string filter,
        MqttMessageHandler handler,
        MqttQualityOfService qualityOfService = MqttQualityOfService.AtLeastOnce,
        CancellationToken cancellationToken = default);

    /// <summary>
    /// Ends the link without a farewell, as a power cut would: the broker publishes the will. <see cref="IAsyncDisposable.DisposeAsync"/>
    /// says goodbye, and the will is not published. After either, waiting publications throw <see cref="ObjectDisposedException"/>.
    /// </summary>
    ValueTask AbortAsync();
}
