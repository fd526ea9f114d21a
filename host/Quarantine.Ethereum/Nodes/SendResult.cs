using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>What a node did with a signed transaction.</summary>
/// <param name="Outcome">The node's decision.</param>
/// <param name="TransactionHash">keccak256 of the raw transaction, computed here.</param>
/// <param name="Message">The node's words where it refused, fit for a log; otherwise empty.</param>
public sealed record SendResult(SendOutcome Outcome, Bytes32 TransactionHash, string Message)
{
    /// <summary>Whether the pool holds it now.</summary>
    public bool IsInPool => Outcome is SendOutcome.Accepted or SendOutcome.AlreadyKnown;
}
