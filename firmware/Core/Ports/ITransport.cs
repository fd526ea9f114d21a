namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// An MQTT 3.1.1 client with one connection at a time, client id <c>house/node</c>, a clean session. Nothing here blocks: outcomes come back
    /// through <see cref="NodeCore"/>'s <c>On...</c> methods.
    /// </summary>
    public interface ITransport
    {
        /// <summary>
        /// Begins one attempt. Its outcome is one call of <see cref="NodeCore.OnConnected"/> or <see cref="NodeCore.OnConnectFailed"/>,
        /// unless <see cref="Disconnect"/> comes first. The will is retained, QoS 1.
        /// </summary>
        void BeginConnect(string willTopic, byte[] willPayload);

        /// <summary>Asks for a topic, QoS 1. Only while connected.</summary>
        void Subscribe(string topic);

        /// <summary>Hands a message over, QoS 1 or 0. False where it cannot be taken at the moment; it is offered again later.</summary>
        bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain);

        /// <summary>Ends an attempt or a connection; no outcome and no loss is reported for it any more.</summary>
        void Disconnect();
    }
}
