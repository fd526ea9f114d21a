namespace Quarantine.Gateway.Presence;

/// <summary>Why nothing is known of a span of time. It is never a violation by itself.</summary>
public enum UnknownCause
{
    None,

    /// <summary>A sensor node is silent, or restarted and was off in between.</summary>
    Sensor,

    /// <summary>The gateway or its mains supply was off.</summary>
    Power,

    /// <summary>The home network was away.</summary>
    Network,
}
