namespace Quarantine.Gateway.Relay;

/// <summary>Where something stands that this gateway submits for another. The numbers are stored.</summary>
public enum RelayedStatus
{
    /// <summary>Held until it is due.</summary>
    Pending = 0,

    /// <summary>Signed and stored with its account nonce; perhaps sent.</summary>
    InFlight = 1,

    /// <summary>In a block.</summary>
    Confirmed = 2,

    /// <summary>Refused by the chain; the reason is kept.</summary>
    Failed = 3,
}
