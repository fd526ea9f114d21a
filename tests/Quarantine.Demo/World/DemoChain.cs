using System.Numerics;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit;

namespace Quarantine.Demo.World;

/// <summary>The demo's chain node: a real anvil whose next block is stamped with the simulated time.</summary>
internal sealed class DemoChain(AnvilServer anvil, TimeProvider clock) : IEthereumNode, IDisposable
{
    private readonly SemaphoreSlim _stamping = new(1, 1);
    private long _stamped;
    private long _sent;

    /// <summary>Transactions that the node took.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    public Task<ulong> GetChainIdAsync(CancellationToken cancellationToken = default) => anvil.Node.GetChainIdAsync(cancellationToken);

    public Task<ulong> GetBlockNumberAsync(CancellationToken cancellationToken = default) => anvil.Node.GetBlockNumberAsync(cancellationToken);

    public Task<Block?> GetBlockAsync(BlockReference block, CancellationToken cancellationToken = default) =>
        anvil.Node.GetBlockAsync(block, cancellationToken);

    public Task<BigInteger> GetBalanceAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        anvil.Node.GetBalanceAsync(account, block, cancellationToken);

    public Task<byte[]> GetCodeAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        anvil.Node.GetCodeAsync(account, block, cancellationToken);

    public Task<ulong> GetTransactionCountAsync(Address account, BlockReference block, CancellationToken cancellationToken = default) =>
        anvil.Node.GetTransactionCountAsync(account, block, cancellationToken);

    public async Task<CallResult> CallAsync(CallRequest call, BlockReference block, CancellationToken cancellationToken = default)
    {
        await StampAsync(cancellationToken);
        return await anvil.Node.CallAsync(call, block, cancellationToken);
    }

    public async Task<ulong> EstimateGasAsync(CallRequest call, CancellationToken cancellationToken = default)
    {
        await StampAsync(cancellationToken);
        return await anvil.Node.EstimateGasAsync(call, cancellationToken);
    }

    public Task<BigInteger> GetMaxPriorityFeePerGasAsync(CancellationToken cancellationToken = default) =>
        anvil.Node.GetMaxPriorityFeePerGasAsync(cancellationToken);

    public Task<FeeHistory> GetFeeHistoryAsync(
        int blockCount, BlockReference newest, IReadOnlyList<double> rewardPercentiles, CancellationToken cancellationToken = default) =>
        anvil.Node.GetFeeHistoryAsync(blockCount, newest, rewardPercentiles, cancellationToken);

    public async Task<SendResult> SendRawTransactionAsync(ReadOnlyMemory<byte> rawTransaction, CancellationToken cancellationToken = default)
    {
        await StampAsync(cancellationToken);
        var sent = await anvil.Node.SendRawTransactionAsync(rawTransaction, cancellationToken);
        if (sent.IsInPool)
        {
            // anvil answers before it has mined; simulated time must not go on in between.
            await anvil.WaitForReceiptAsync(sent.TransactionHash);
        }

        Interlocked.Increment(ref _sent);
        return sent;
    }

    public Task<TransactionInfo?> GetTransactionAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default) =>
        anvil.Node.GetTransactionAsync(transactionHash, cancellationToken);

    public Task<TransactionReceipt?> GetTransactionReceiptAsync(Bytes32 transactionHash, CancellationToken cancellationToken = default) =>
        anvil.Node.GetTransactionReceiptAsync(transactionHash, cancellationToken);

    public Task<IReadOnlyList<TransactionReceipt?>> GetTransactionReceiptsAsync(
        IReadOnlyList<Bytes32> transactionHashes, CancellationToken cancellationToken = default) =>
        anvil.Node.GetTransactionReceiptsAsync(transactionHashes, cancellationToken);

    public Task<IReadOnlyList<LogEntry>> GetLogsAsync(LogFilter filter, CancellationToken cancellationToken = default) =>
        anvil.Node.GetLogsAsync(filter, cancellationToken);

    /// <summary>Mines an empty block at the simulated time.</summary>
    public async Task MineAsync()
    {
        await StampAsync(CancellationToken.None);
        await anvil.MineAsync();
    }

    public void Dispose() => _stamping.Dispose();

    /// <summary>Once for each second of simulated time: a second stamp of the same second would lie before the block that has the first.</summary>
    private async Task StampAsync(CancellationToken cancellationToken)
    {
        await _stamping.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow().ToUnixTimeSeconds();
            if (now > _stamped)
            {
                await anvil.SetNextBlockTimestampAsync((ulong)now);
                _stamped = now;
            }
        }
        finally
        {
            _stamping.Release();
        }
    }
}
