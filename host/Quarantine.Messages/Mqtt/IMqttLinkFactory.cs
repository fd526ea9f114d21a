namespace Quarantine.Messages.Mqtt;

/// <summary>Makes links of one MQTT library, so that a setting can choose the library.</summary>
public interface IMqttLinkFactory
{
    /// <summary>A link that is not started yet; throws <see cref="ArgumentException"/> with the setting's name where one is wrong.</summary>
    IMqttLink Create(MqttLinkOptions options);
}
