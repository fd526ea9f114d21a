using System.Numerics;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>
/// What is asked of an Ethereum node. Amounts are in wei. Thread-safe. Every method throws <see cref="JsonRpcException"/> where the node cannot
/// be reached, answers too late, too much or nonsense, or answers with an error that the method does not name; and
/// <see cref="OperationCanceledException"/> where the caller cancels. A node's word is not proof: it may lie.
/// </summary>
public interface IEthereumNode
{
    /// <summary>EIP-155's chain id.</summary>
    Task<ulong> GetChainIdAsync(CancellationToken cancellationToken = default);

    /// <summary>The number of the newest block.</summary>
    Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken = default);

    /// <summary>A block's header; null where there is no such block (yet), or no block has that finality yet.</summary>
    Task<Block?> GetBlockAsync(BlockReference block, CancellationToken cancellationToken = default);

    Task<BigInteger> GetBalanceAsync(Address account, BlockReference block, CancellationToken cancellationToken = default);

    /// <summary>A contract's code; empty where there is none.</summary>
    Task<byte[]> GetCodeAsync(Address account, BlockReference block, CancellationToken cancellationToken = default);

    /// <summary>The account nonce after <paramref name="block"/>; with <see cref="BlockReference.Pending"/>, after the node's pool too.</summary>
    Task<ulong> GetTransactionCountAsync(Address account, BlockReference block, CancellationToken cancellationToken = default);

    /// <summary>Runs a call without a transaction. A revert is a result.</summary>
    Task<CallResult> CallAsync(CallRequest call, BlockReference block, CancellationToken cancellationToken = default);

    /// <summary>Gas that the call needs as a transaction upon the newest block. Throws <see cref="RevertException"/> where it reverts.</summary>
    Task<ulong> EstimateGasAsync(CallRequest call, CancellationToken cancellationToken = default);

    /// <summary>The priority fee that the node suggests, in wei a unit of gas.</summary>
    Task<BigInteger> GetMaxPriorityFeePerGasAsync(CancellationToken cancellationToken = default);

    /// <summary>Fees of the last <paramref name="blockCount"/> (1 to 1024) blocks up to <paramref name="newest"/>.</summary>
    /// <param name="blockCount">Number of blocks.</param>
    /// <param name="newest">The last of them.</param>
    /// <param name="rewardPercentiles">Ascending, 0 to 100: at which percentiles, by gas, of each block's priority fees to look; may be empty.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<FeeHistory> GetFeeHistoryAsync(
        int blockCount, BlockReference newest, IReadOnlyList<double> rewardPercentiles, CancellationToken cancellationToken = default);

    /// <summary>Hands a signed transaction to the node's pool. A refusal is a result.</summary>
    Task<SendResult> SendRawTransactionAsync(ReadOnlyMemory<byte> rawTransaction, CancellationToken cancellationToken = default);

    /// <summary>A transaction that the node knows, pending or mined; null otherwise.</summary>
    Task<TransactionInfo?> GetTransactionAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default);

    /// <summary>The receipt of a mined transaction; null otherwise.</summary>
    Task<TransactionReceipt?> GetTransactionReceiptAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default);

    /// <summary>The receipts of several transactions, in their order.</summary>
    Task<IReadOnlyList<TransactionReceipt?>> GetTransactionReceiptsAsync(
        IReadOnlyList<Bytes32> transactionHashes, CancellationToken cancellationToken = default);

    /// <summary>The logs that match, in the chain's order.</summary>
    Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken = default);
}
