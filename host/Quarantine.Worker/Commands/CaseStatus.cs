namespace Quarantine.Worker.Commands;

/// <summary>Where a case stands, for a person.</summary>
internal enum CaseStatus
{
    /// <summary>Its hash is on the chain; the message has not come, or is sealed to other workers.</summary>
    Announced = 0,

    /// <summary>The message is here, and nobody answered yet.</summary>
    Waiting = 1,

    /// <summary>The message is here, and no gateway signed it.</summary>
    Forged = 2,

    Acknowledged = 3,

    Resolved = 4,
}
