namespace Quarantine.Messages.Mqtt;

/// <summary>A message on its way to the broker.</summary>
internal sealed class PendingPublish(string topic, ReadOnlyMemory<byte> payload, MqttQualityOfService qualityOfService, bool retain)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal string Topic { get; } = topic;

    internal ReadOnlyMemory<byte> Payload { get; } = payload;

    internal MqttQualityOfService QualityOfService { get; } = qualityOfService;

    internal bool Retain { get; } = retain;

    internal Task Done => _done.Task;

    internal void Complete() => _done.TrySetResult();

    internal void Fail(Exception cause) => _done.TrySetException(cause);

    internal void Cancel(CancellationToken token) => _done.TrySetCanceled(token);
}
