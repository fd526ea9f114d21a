namespace Quarantine.Messages.Relay;

/// <summary>What a sealed message asks its relay to do.</summary>
public enum RelayMessageType
{
    /// <summary>Nothing: it is there so that having something to say does not show.</summary>
    Dummy = 0,

    /// <summary>Submit a report.</summary>
    Report = 1,

    /// <summary>Post an emergency's hash.</summary>
    EmergencyPost = 2,

    /// <summary>Publish an emergency's ciphertext.</summary>
    EmergencyPublication = 3,
}
