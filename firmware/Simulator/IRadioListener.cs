using Quarantine.Messages.Mqtt;

namespace Quarantine.Firmware.Simulator;

/// <summary>Takes what happens to a node's connections: from any thread, never within a call of the radio.</summary>
internal interface IRadioListener
{
    void OnConnected(RadioConnection connection);

    void OnConnectFailed(RadioConnection connection, MqttLinkException failure);

    void OnLost(RadioConnection connection);

    /// <summary>Something that was under way is done.</summary>
    void OnProgress();

    void OnMessage(RadioConnection connection, MqttMessage message);
}
