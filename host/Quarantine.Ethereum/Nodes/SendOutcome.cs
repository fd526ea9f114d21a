namespace Quarantine.Ethereum.Nodes;

/// <summary>What a node did with a signed transaction. The numbers are stored and logged: they do not change.</summary>
public enum SendOutcome
{
    /// <summary>It is in the pool now.</summary>
    Accepted = 1,

    /// <summary>It was in the pool already: as good as accepted.</summary>
    AlreadyKnown = 2,

    /// <summary>The account nonce is used up: this transaction or another with the same number was mined.</summary>
    NonceTooLow = 3,

    /// <summary>The account nonce is too far ahead.</summary>
    NonceTooHigh = 4,

    /// <summary>The fee is below what the node or the next block asks for.</summary>
    Underpriced = 5,

    /// <summary>Another transaction with this account nonce is pending, and the fee does not exceed its by enough (mostly 10 %).</summary>
    ReplacementUnderpriced = 6,

    /// <summary>The account cannot pay for value and gas.</summary>
    InsufficientFunds = 7,

    /// <summary>The gas limit is below the intrinsic cost, or above what a block or transaction may have.</summary>
    GasLimit = 8,

    /// <summary>The node has no room: try later.</summary>
    PoolFull = 9,

    /// <summary>Refused for a reason that is none of the above.</summary>
    Rejected = 10,
}
