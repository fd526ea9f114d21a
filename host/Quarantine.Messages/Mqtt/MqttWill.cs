namespace Quarantine.Messages.Mqtt;

/// <summary>What the broker publishes when the connection ends without a farewell (MQTT 3.1.1, 3.1.2.5).</summary>
public sealed record MqttWill(string Topic, ReadOnlyMemory<byte> Payload, MqttQualityOfService QualityOfService, bool Retain);
