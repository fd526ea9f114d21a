namespace Quarantine.Gateway.Relay;

/// <summary>What became of a message on the relay topic; each is counted.</summary>
public enum RelayDecision
{
    /// <summary>Sealed to somebody else.</summary>
    NotForUs,
    Malformed,
    Dummy,

    /// <summary>The ring signature does not hold, or not for this community, policy, slot or relay.</summary>
    InvalidReport,

    /// <summary>The same is kept already.</summary>
    Repeated,
    Accepted,
}
