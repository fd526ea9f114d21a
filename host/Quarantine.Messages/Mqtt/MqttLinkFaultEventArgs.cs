namespace Quarantine.Messages.Mqtt;

/// <summary>Something a link lived through but somebody should know: a handler that threw, a dropped message, a refused resubscription.</summary>
public sealed class MqttLinkFaultEventArgs(MqttLinkException fault) : EventArgs
{
    public MqttLinkException Fault { get; } = fault;
}
