using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Ethereum.Tests.JsonRpc;

public sealed class SendRefusalTests
{
    /// <summary>The words of geth (core/txpool), Nethermind (AcceptTxResult), Besu (TransactionInvalidReason), Erigon, reth and anvil.</summary>
    [Theory]
    [InlineData(-32000, "already known", SendOutcome.AlreadyKnown)]
    [InlineData(-32010, "AlreadyKnown", SendOutcome.AlreadyKnown)]
    [InlineData(-32000, "Known transaction", SendOutcome.AlreadyKnown)]
    [InlineData(-32003, "transaction already imported", SendOutcome.AlreadyKnown)]
    [InlineData(-32000, "nonce too low: next nonce 5, tx nonce 4", SendOutcome.NonceTooLow)]
    [InlineData(-32010, "OldNonce, Current nonce: 5, nonce of rejected tx: 4", SendOutcome.NonceTooLow)]
    [InlineData(-32001, "Nonce too low", SendOutcome.NonceTooLow)]
    [InlineData(-32000, "nonce too high", SendOutcome.NonceTooHigh)]
    [InlineData(-32010, "NonceGap, Future nonce. Expected nonce: 5", SendOutcome.NonceTooHigh)]
    [InlineData(-32000, "replacement transaction underpriced", SendOutcome.ReplacementUnderpriced)]
    [InlineData(-32010, "ReplacementNotAllowed", SendOutcome.ReplacementUnderpriced)]
    [InlineData(-32000, "transaction underpriced: tip needed 1, tip permitted 0", SendOutcome.Underpriced)]
    [InlineData(-32010, "FeeTooLow, MaxFeePerGas too low", SendOutcome.Underpriced)]
    [InlineData(-32009, "Gas price below configured minimum gas price", SendOutcome.Underpriced)]
    [InlineData(-32000, "max fee per gas less than block base fee", SendOutcome.Underpriced)]
    [InlineData(-32000, "insufficient funds for gas * price + value: balance 0", SendOutcome.InsufficientFunds)]
    [InlineData(-32003, "Insufficient funds for gas * price + value", SendOutcome.InsufficientFunds)]
    [InlineData(-32010, "InsufficientFunds, Account balance: 0", SendOutcome.InsufficientFunds)]
    [InlineData(-32004, "Upfront cost exceeds account balance", SendOutcome.InsufficientFunds)]
    [InlineData(-32000, "intrinsic gas too low: gas 20000, minimum needed 21000", SendOutcome.GasLimit)]
    [InlineData(-32000, "exceeds block gas limit", SendOutcome.GasLimit)]
    [InlineData(-32000, "txpool is full", SendOutcome.PoolFull)]
    [InlineData(-32000, "invalid sender", SendOutcome.Rejected)]
    [InlineData(-32003, "transaction type not supported", SendOutcome.Rejected)]
    public void Of_WordsOfNodes_AreRecognised(long code, string message, object outcome) =>
        Assert.Equal((SendOutcome)outcome, SendRefusal.Of(new JsonRpcError(code, message, null)));

    [Theory]
    [InlineData(-32601, "the method eth_sendRawTransaction does not exist")]
    [InlineData(-32603, "internal error")]
    [InlineData(-32005, "daily request count exceeded")]
    [InlineData(-32700, "parse error")]
    public void Of_ErrorsAboutSomethingElse_AreNone(long code, string message) => Assert.Null(SendRefusal.Of(new JsonRpcError(code, message, null)));
}
