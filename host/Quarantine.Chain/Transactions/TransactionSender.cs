using System.Numerics;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Transactions;

namespace Quarantine.Chain.Transactions;

/// <summary>
/// Sends transactions of one account, one after another, each awaited: for people at a console. Not durable: what is cut short is to be
/// looked up on the chain. Thread-safe.
/// </summary>
public sealed class TransactionSender(IEthereumNode node, PrivateKey account, ulong chainId, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan FirstPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>How long a transaction is waited for. Default 3 min.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(3);

    public Address Account => account.Address;

    /// <summary>Calls a contract; throws <see cref="RevertException"/> where the contract refuses.</summary>
    public Task<TransactionReceipt> CallAsync(Address contract, ReadOnlyMemory<byte> data, CancellationToken cancellationToken) =>
        SendAsync(contract, data, BigInteger.Zero, cancellationToken);

    /// <summary>Creates a contract; its address is in the receipt.</summary>
    public Task<TransactionReceipt> CreateAsync(ReadOnlyMemory<byte> creationCode, CancellationToken cancellationToken) =>
        SendAsync(null, creationCode, BigInteger.Zero, cancellationToken);

    /// <summary>Sends wei.</summary>
    public Task<TransactionReceipt> PayAsync(Address to, BigInteger wei, CancellationToken cancellationToken) =>
        SendAsync(to, default, wei, cancellationToken);

    /// <summary>Sends wei with a call.</summary>
    public async Task<TransactionReceipt> SendAsync(Address? to, ReadOnlyMemory<byte> data, BigInteger wei, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var signed = await SignAsync(to, data, wei, cancellationToken).ConfigureAwait(false);
            var sent = await node.SendRawTransactionAsync(signed.Raw, cancellationToken).ConfigureAwait(false);
            if (!sent.IsInPool)
            {
                throw new TransactionException(sent.Outcome, $"The chain node refused the transaction: {sent.Outcome} ({sent.Message}).");
            }

            return await AwaitReceiptAsync(signed.Hash, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<SignedTransaction> SignAsync(Address? to, ReadOnlyMemory<byte> data, BigInteger wei, CancellationToken cancellationToken)
    {
        var call = new CallRequest(to, data) { From = account.Address, Value = wei };
        var gas = await node.EstimateGasAsync(call, cancellationToken).ConfigureAwait(false);
        var (maximum, priority) = await FeePolicy.SuggestAsync(node, cancellationToken).ConfigureAwait(false);
        return new Eip1559Transaction
        {
            ChainId = chainId,
            AccountNonce = await node.GetTransactionCountAsync(account.Address, BlockReference.Pending, cancellationToken).ConfigureAwait(false),
            MaxFeePerGas = maximum,
            MaxPriorityFeePerGas = priority,
            GasLimit = gas + (gas / 5),
            To = to,
            Value = wei,
            Data = data,
        }.Sign(account);
    }

    private async Task<TransactionReceipt> AwaitReceiptAsync(Bytes32 hash, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var poll = FirstPoll;
        while (clock.GetElapsedTime(started) < Timeout)
        {
            if (await node.GetTransactionReceiptAsync(hash, cancellationToken).ConfigureAwait(false) is { } receipt)
            {
                return receipt.Succeeded
                    ? receipt
                    : throw new TransactionException(SendOutcome.Accepted, $"Transaction {hash} reverted in block {receipt.BlockNumber}.");
            }

            // A local chain mines at once, a public one in seconds.
            await Task.Delay(poll, clock, cancellationToken).ConfigureAwait(false);
            poll = poll < LongestPoll ? 2 * poll : LongestPoll;
        }

        throw new TransactionException(SendOutcome.Accepted, $"Transaction {hash} is in no block after {Timeout}; it may still come.");
    }
}
