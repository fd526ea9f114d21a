namespace Quarantine.Messages.Mqtt;

/// <summary>Why an operation of a link failed. The numbers are stable, for logs and stores.</summary>
public enum MqttLinkError
{
    /// <summary>The broker could not be reached, or its name not resolved.</summary>
    Unreachable = 1,

    /// <summary>TLS failed: unknown certificate authority, wrong host name, client certificate refused.</summary>
    Tls = 2,

    /// <summary>The broker did not answer CONNECT in time.</summary>
    ConnectTimeout = 3,

    /// <summary>The broker refused the user name, password or certificate (CONNACK 4 or 5).</summary>
    NotAuthorized = 4,

    /// <summary>The broker refused for another reason (CONNACK 1 to 3).</summary>
    Refused = 5,

    /// <summary>The connection broke, or the other side broke the protocol.</summary>
    ConnectionLost = 6,

    /// <summary>A QoS 0 message while there is no connection.</summary>
    NotConnected = 7,

    /// <summary>As many messages wait as the link may hold.</summary>
    QueueFull = 8,

    /// <summary>The broker refused a subscription (SUBACK 0x80).</summary>
    SubscriptionRefused = 9,

    /// <summary>An inbound message that is larger than the link accepts, or whose topic is not UTF-8, was dropped.</summary>
    MessageDropped = 10,

    /// <summary>A handler of the program threw.</summary>
    HandlerFailed = 11,

    /// <summary>The certificate authority, certificate or key file cannot be used.</summary>
    BadCredentialFile = 12,

    /// <summary>The client library refused a message.</summary>
    Rejected = 13,
}
