namespace Quarantine.Messages.Mqtt;

/// <summary>A change of a link's state; <see cref="Cause"/> says why a connection or an attempt ended, null where that was asked for.</summary>
public sealed class MqttLinkStateChangedEventArgs(MqttLinkState state, MqttLinkException? cause) : EventArgs
{
    public MqttLinkState State { get; } = state;

    public MqttLinkException? Cause { get; } = cause;
}
