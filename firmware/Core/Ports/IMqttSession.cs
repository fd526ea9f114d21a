namespace Quarantine.Firmware.Core
{
    /// <summary>
    /// One MQTT 3.1.1 connection, used once. <see cref="Open"/> and <see cref="Close"/> block; the others never do.
    /// </summary>
    public interface IMqttSession
    {
        /// <summary>Messages and subscriptions that the broker has not confirmed yet.</summary>
        int Unconfirmed { get; }

        /// <summary>Subscriptions among them.</summary>
        int UnconfirmedSubscriptions { get; }

        /// <summary>Whether the broker refused a subscription.</summary>
        bool SubscriptionRefused { get; }

        /// <summary>Connects with a retained will of QoS 1. Fails with <see cref="MqttRefusedException"/>, or another exception.</summary>
        void Open(string willTopic, byte[] willPayload);

        /// <summary>Asks for a topic, QoS 1.</summary>
        void Subscribe(string topic);

        /// <summary>Hands a message over; false where it cannot be taken at the moment.</summary>
        bool TryPublish(string topic, byte[] payload, bool atLeastOnce, bool retain);

        /// <summary>Says goodbye where it is open, so that the will is not published, and frees what it holds. Never fails.</summary>
        void Close();
    }
}
