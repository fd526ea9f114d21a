namespace Quarantine.Officer.Verification;

/// <summary>What verifying a violation off chain found. The numbers are stable.</summary>
public enum ViolationVerdict
{
    /// <summary>A member of the ring signed this state, and it exceeds the policy's limits.</summary>
    Verified = 0,

    /// <summary>The registry has no such page in force in that slot, or another ring in it.</summary>
    RingNotInForce = 1,

    /// <summary>What stands at the ring's address is not the ring that the event names.</summary>
    RingCodeMismatch = 2,

    /// <summary>The ring has fewer keys than the community's minimum: it hides too little.</summary>
    RingTooSmall = 3,

    /// <summary>The state is not a packed summary.</summary>
    StateMalformed = 4,

    /// <summary>No member of the ring signed it for this scope, relay and state.</summary>
    SignatureInvalid = 5,

    /// <summary>The same tag was in an earlier violation of the same scope.</summary>
    TagRepeated = 6,

    /// <summary>The state keeps the policy's limits.</summary>
    WithinLimits = 7,

    /// <summary>The policy was not in force in that slot.</summary>
    PolicyNotInForce = 8,
}
