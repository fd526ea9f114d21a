namespace Quarantine.Messages.Mqtt;

/// <summary>
/// MQTT 3.1.1's delivery promise (section 4.3). QoS 2 is not offered: it holds between one client and one broker only, while the project's
/// own acknowledgements go from end to end.
/// </summary>
public enum MqttQualityOfService
{
    /// <summary>QoS 0: sent once, lost where the connection breaks.</summary>
    AtMostOnce = 0,

    /// <summary>QoS 1: sent until the broker acknowledges, so it can arrive twice.</summary>
    AtLeastOnce = 1,
}
