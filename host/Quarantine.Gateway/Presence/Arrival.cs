namespace Quarantine.Gateway.Presence;

/// <summary>What is known of somebody who may have come in when the door last opened.</summary>
internal enum Arrival
{
    /// <summary>The door did not open from outside.</summary>
    None,

    /// <summary>It did, and nobody was seen since.</summary>
    Unseen,

    /// <summary>It did, and somebody was seen since.</summary>
    Seen,
}
