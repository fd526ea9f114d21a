namespace Quarantine.Messages.Mqtt;

/// <summary>Where a link stands with its broker.</summary>
public enum MqttLinkState
{
    /// <summary>No connection: not started, waiting for the next attempt, or disposed.</summary>
    Disconnected = 0,

    /// <summary>An attempt is under way; the broker has not accepted yet.</summary>
    Connecting = 1,

    /// <summary>The broker accepted (CONNACK 0).</summary>
    Connected = 2,
}
