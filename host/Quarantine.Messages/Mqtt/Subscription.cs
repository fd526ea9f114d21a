namespace Quarantine.Messages.Mqtt;

/// <summary>One filter, its handler, and whether the broker has confirmed it.</summary>
internal sealed class Subscription(string filter, MqttMessageHandler handler, MqttQualityOfService qualityOfService)
{
    internal string Filter { get; } = filter;

    internal MqttMessageHandler Handler { get; } = handler;

    internal MqttQualityOfService QualityOfService { get; } = qualityOfService;

    internal TaskCompletionSource Confirmed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the present connection has asked for it; used by the link's thread only.</summary>
    internal bool Requested { get; set; }
}
