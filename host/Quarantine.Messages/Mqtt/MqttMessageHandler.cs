namespace Quarantine.Messages.Mqtt;

/// <summary>
/// Takes a message on the link's own thread, one at a time and in order. A QoS 1 message is acknowledged to the broker after the handler
/// returned. While it runs the link neither sends nor keeps alive: hand over and return. What it throws is reported as a fault.
/// </summary>
public delegate void MqttMessageHandler(MqttMessage message);
