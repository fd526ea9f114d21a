namespace Quarantine.Messages.Mqtt;

/// <summary>A link's failure, with a numbered reason. Messages name the broker and what to do, never a credential.</summary>
public sealed class MqttLinkException : Exception
{
    public MqttLinkException(MqttLinkError error, string message)
        : base(message) => Error = error;

    public MqttLinkException(MqttLinkError error, string message, Exception innerException)
        : base(message, innerException) => Error = error;

    public MqttLinkError Error { get; }
}
