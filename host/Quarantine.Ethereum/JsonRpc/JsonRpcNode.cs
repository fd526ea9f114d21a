using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.JsonRpc.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>An Ethereum node over JSON-RPC. Does not own the client.</summary>
public sealed class JsonRpcNode(JsonRpcClient client) : IEthereumNode
{
    private const int MostFeeBlocks = 1024;

    /// <summary>Geth's code for a tag that names no block yet.</summary>
    private const int UnknownBlock = -39001;

    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken = default) =>
        client.CallAsync<ulong>(new JsonRpcRequest("eth_chainId"), JsonHex.TryReadQuantity, cancellationToken);

    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken = default) =>
        client.CallAsync<ulong>(new JsonRpcRequest("eth_blockNumber"), JsonHex.TryReadQuantity, cancellationToken);

    public async Task<Block?> GetBlockAsync(BlockReference block, CancellationToken cancellationToken = default)
    {
        var request = block.Hash is { } hash
            ? new JsonRpcRequest("eth_getBlockByHash", p => WriteHeaderOnly(() => p.WriteData(hash), p))
            : new JsonRpcRequest("eth_getBlockByNumber", p => WriteHeaderOnly(() => p.WriteBlock(block), p));
        try
        {
            return await client.CallAsync<Block?>(request, BlockJson.TryRead, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonRpcException e) when (e.Error is { } error && IsUnknownBlock(error))
        {
            return null;
        }
    }

    public Task<BigInteger> GetBalanceAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        client.CallAsync<BigInteger>(Of("eth_getBalance", account, block), JsonHex.TryReadQuantity, cancellationToken);

    public Task<byte[]> GetCodeAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        client.CallAsync<byte[]>(Of("eth_getCode", account, block), JsonHex.TryReadData!, cancellationToken);

    public Task<ulong> GetTransactionCountAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        client.CallAsync<ulong>(Of("eth_getTransactionCount", account, block), JsonHex.TryReadQuantity, cancellationToken);

    public async Task<CallResult> CallAsync(CallRequest call, BlockReference block, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var request = new JsonRpcRequest("eth_call", p =>
        {
            RequestJson.Write(p, call);
            p.WriteBlock(block);
        });
        try
        {
            return CallResult.Returned(await client.CallAsync<byte[]>(request, JsonHex.TryReadData!, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonRpcException e) when (RevertError.Of(e.Error) is not null)
        {
            return CallResult.Reverted(RevertError.Of(e.Error)!);
        }
    }

    public async Task<ulong> EstimateGasAsync(CallRequest call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var request = new JsonRpcRequest("eth_estimateGas", p => RequestJson.Write(p, call));
        try
        {
            return await client.CallAsync<ulong>(request, JsonHex.TryReadQuantity, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonRpcException e) when (RevertError.Of(e.Error) is not null)
        {
            throw new RevertException(RevertError.Of(e.Error)!);
        }
    }

    public Task<BigInteger> GetMaxPriorityFeePerGasAsync(CancellationToken cancellationToken = default) =>
        client.CallAsync<BigInteger>(new JsonRpcRequest("eth_maxPriorityFeePerGas"), JsonHex.TryReadQuantity, cancellationToken);

    public Task<FeeHistory> GetFeeHistoryAsync(
        int blockCount, BlockReference newest, IReadOnlyList<double> rewardPercentiles, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rewardPercentiles);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(blockCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(blockCount, MostFeeBlocks);
        var request = new JsonRpcRequest("eth_feeHistory", p => RequestJson.WriteFeeHistory(p, blockCount, newest, rewardPercentiles));
        return client.CallAsync<FeeHistory>(request, FeeHistoryJson.TryRead!, cancellationToken);
    }

    public async Task<SendResult> SendRawTransactionAsync(ReadOnlyMemory<byte> rawTransaction, CancellationToken cancellationToken = default)
    {
        const string Method = "eth_sendRawTransaction";
        var hash = Keccak256.Hash(rawTransaction.Span);
        try
        {
            var request = new JsonRpcRequest(Method, p => p.WriteData(rawTransaction.Span));
            var answer = await client.CallAsync<Bytes32>(request, JsonHex.TryReadBytes32, cancellationToken).ConfigureAwait(false);
            return answer == hash
                ? new SendResult(SendOutcome.Accepted, hash, string.Empty)
                : throw new JsonRpcException(JsonRpcFailure.Malformed, Method, "the node answered with the hash of another transaction");
        }
        catch (JsonRpcException e) when (SendRefusal.Of(e.Error) is not null)
        {
            return new SendResult(SendRefusal.Of(e.Error)!.Value, hash, e.Error!.Message);
        }
    }

    public Task<TransactionInfo?> GetTransactionAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default) =>
        client.CallAsync<TransactionInfo?>(Of("eth_getTransactionByHash", transactionHash), TransactionJson.TryRead, cancellationToken);

    public Task<TransactionReceipt?> GetTransactionReceiptAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default) =>
        client.CallAsync<TransactionReceipt?>(Of("eth_getTransactionReceipt", transactionHash), ReceiptJson.TryRead, cancellationToken);

    public async Task<IReadOnlyList<TransactionReceipt?>> GetTransactionReceiptsAsync(
        IReadOnlyList<Bytes32> transactionHashes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionHashes);
        var requests = transactionHashes.Select(hash => Of("eth_getTransactionReceipt", hash)).ToArray();
        var outcomes = await client.CallBatchAsync<TransactionReceipt?>(requests, ReceiptJson.TryRead, cancellationToken).ConfigureAwait(false);
        return [.. outcomes.Select(outcome => outcome.ResultOrThrow())];
    }

    public Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var request = new JsonRpcRequest("eth_getLogs", p => RequestJson.Write(p, filter));
        return client.CallAsync<IReadOnlyList<LogEntry>>(request, LogJson.TryReadAll, cancellationToken);
    }

    private static JsonRpcRequest Of(string method, Address account, BlockReference block) => new(method, p =>
    {
        p.WriteData(account);
        p.WriteBlock(block);
    });

    private static JsonRpcRequest Of(string method, Bytes32 hash) => new(method, p => p.WriteData(hash));

    /// <summary>Without the transactions' contents.</summary>
    private static void WriteHeaderOnly(Action writeBlock, Utf8JsonWriter parameters)
    {
        writeBlock();
        parameters.WriteBooleanValue(false);
    }

    private static bool IsUnknownBlock(JsonRpcError error) =>
        error.Code == UnknownBlock
        || error.Message.Contains("block not found", StringComparison.OrdinalIgnoreCase)
        || error.Message.Contains("unknown block", StringComparison.OrdinalIgnoreCase);
}
