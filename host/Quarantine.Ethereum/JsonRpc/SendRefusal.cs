using Quarantine.Ethereum.Nodes;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>
/// Recognises why a node refused a transaction. There is no standard for it: codes differ and mean little, so the words of geth, Nethermind,
/// Besu, Erigon, reth and anvil are looked for.
/// </summary>
internal static class SendRefusal
{
    /// <summary>The order matters: a replacement's fee message holds the general one.</summary>
    private static readonly (string Words, SendOutcome Outcome)[] Known =
    [
        ("already known", SendOutcome.AlreadyKnown),
        ("alreadyknown", SendOutcome.AlreadyKnown),
        ("already imported", SendOutcome.AlreadyKnown),
        ("known transaction", SendOutcome.AlreadyKnown),
        ("nonce too low", SendOutcome.NonceTooLow),
        ("nonce is too low", SendOutcome.NonceTooLow),
        ("oldnonce", SendOutcome.NonceTooLow),
        ("nonce below", SendOutcome.NonceTooLow),
        ("nonce too high", SendOutcome.NonceTooHigh),
        ("noncegap", SendOutcome.NonceTooHigh),
        ("nonce gap", SendOutcome.NonceTooHigh),
        ("nonce too distant", SendOutcome.NonceTooHigh),
        ("replacement transaction underpriced", SendOutcome.ReplacementUnderpriced),
        ("replacementnotallowed", SendOutcome.ReplacementUnderpriced),
        ("could not replace existing", SendOutcome.ReplacementUnderpriced),
        ("underpriced", SendOutcome.Underpriced),
        ("feetoolow", SendOutcome.Underpriced),
        ("fee too low", SendOutcome.Underpriced),
        ("less than block base fee", SendOutcome.Underpriced),
        ("gas price below", SendOutcome.Underpriced),
        ("gas price too low", SendOutcome.Underpriced),
        ("below the minimum", SendOutcome.Underpriced),
        ("insufficient funds", SendOutcome.InsufficientFunds),
        ("insufficientfunds", SendOutcome.InsufficientFunds),
        ("insufficient balance", SendOutcome.InsufficientFunds),
        ("upfront cost exceeds", SendOutcome.InsufficientFunds),
        ("intrinsic gas", SendOutcome.GasLimit),
        ("exceeds block gas limit", SendOutcome.GasLimit),
        ("gas limit", SendOutcome.GasLimit),
        ("pool is full", SendOutcome.PoolFull),
        ("pool limit", SendOutcome.PoolFull),
        ("txpool full", SendOutcome.PoolFull),
    ];

    /// <summary>Null where the error says nothing about the transaction: unknown method, internal error, limit exceeded.</summary>
    internal static SendOutcome? Of(JsonRpcError? error)
    {
        if (error is null)
        {
            return null;
        }

        foreach (var (words, known) in Known)
        {
            if (error.Message.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        // -32000 invalid input, -32003 transaction rejected (EIP-1474), -32010 the same in Nethermind and Besu.
        return error.Code is -32000 or -32003 or -32010 ? SendOutcome.Rejected : null;
    }
}
