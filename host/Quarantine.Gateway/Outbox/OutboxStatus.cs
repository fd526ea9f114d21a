namespace Quarantine.Gateway.Outbox;

/// <summary>Where a report stands on its way to the chain. The numbers are stored.</summary>
public enum OutboxStatus
{
    /// <summary>To be signed and handed to a relay when it is due.</summary>
    Pending = 0,

    /// <summary>With a relay, not seen on the chain yet.</summary>
    InFlight = 1,

    /// <summary>On the chain.</summary>
    Confirmed = 2,

    /// <summary>Never to be sent again; the reason is kept.</summary>
    Failed = 3,
}
