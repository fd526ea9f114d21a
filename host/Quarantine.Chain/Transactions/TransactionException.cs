using Quarantine.Ethereum.Nodes;

namespace Quarantine.Chain.Transactions;

/// <summary>A transaction did not do what it was sent for.</summary>
/// <param name="outcome">What the node did with it; Accepted where it was taken and then reverted or came too late.</param>
/// <param name="message">For a person.</param>
public sealed class TransactionException(SendOutcome outcome, string message) : Exception(message)
{
    public SendOutcome Outcome { get; } = outcome;
}
