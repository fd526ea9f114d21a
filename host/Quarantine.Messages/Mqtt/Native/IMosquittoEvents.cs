namespace Quarantine.Messages.Mqtt.Native;

/// <summary>What a connection tells its link, on the link's thread, from within the library's loop. An exception ends the connection.</summary>
internal interface IMosquittoEvents
{
    /// <summary>The broker's answer to CONNECT: 0 accepted, otherwise MQTT 3.1.1's return code (3.2.2.3).</summary>
    void OnConnected(int returnCode);

    /// <summary>QoS 1: acknowledged. QoS 0: written.</summary>
    void OnPublished(int packetId);

    void OnSubscribed(int packetId, int granted);

    void OnMessage(string topic, ReadOnlySpan<byte> payload, bool retained);

    /// <summary>A message whose topic is not UTF-8.</summary>
    void OnMalformedTopic();
}
