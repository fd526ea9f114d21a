using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Transactions;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Gateway.Relay;

/// <summary>
/// Submits what the relay keeps: each transaction is stored, with its account nonce, before it is sent, so that after a kill at any moment
/// the chain tells what became of it. Run by one loop at a time.
/// </summary>
public sealed class RelaySubmitter(IEthereumNode node, PrivateKey account, ulong chainId, RelayedStore store, TimeProvider clock)
{
    /// <summary>A transaction that is in no block after this time is sent again with a higher fee.</summary>
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(3);

    /// <summary>Reconciles what is in flight and submits what is due; when it wants to run next.</summary>
    public async Task<DateTimeOffset?> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var entry in store.Open())
        {
            var updated = entry.Status == RelayedStatus.InFlight
                ? await ReconcileAsync(entry, cancellationToken)
                : entry.Due <= clock.GetUtcNow() ? await SubmitAsync(entry, cancellationToken) : entry;
            if (updated.Status is RelayedStatus.Pending or RelayedStatus.InFlight)
            {
                next = next is null || updated.Due < next ? updated.Due : next;
            }
        }

        return next;
    }

    private async Task<RelayedEntry> SubmitAsync(RelayedEntry entry, CancellationToken cancellationToken)
    {
        var call = new CallRequest(entry.Target, entry.Data) { From = account.Address };
        try
        {
            var gas = await node.EstimateGasAsync(call, cancellationToken);
            var signed = await SignAsync(entry, gas + (gas / 4), cancellationToken);
            return await SendAsync(Stored(entry, signed), cancellationToken);
        }
        catch (RevertException refused)
        {
            return Failed(entry, $"the contract refuses it: {refused.Revert}");
        }
    }

    private async Task<SignedTransaction> SignAsync(RelayedEntry entry, ulong gas, CancellationToken cancellationToken)
    {
        var (maximum, priority) = await FeePolicy.SuggestAsync(node, cancellationToken);
        return new Eip1559Transaction
        {
            ChainId = chainId,
            AccountNonce = await NextAccountNonceAsync(cancellationToken),
            MaxFeePerGas = maximum,
            MaxPriorityFeePerGas = priority,
            GasLimit = gas,
            To = entry.Target,
            Data = entry.Data,
        }.Sign(account);
    }

    /// <summary>The chain's count, past every transaction that is stored as in flight.</summary>
    private async Task<ulong> NextAccountNonceAsync(CancellationToken cancellationToken)
    {
        var pending = await node.GetTransactionCountAsync(account.Address, BlockReference.Pending, cancellationToken);
        var stored = store.Open().Where(entry => entry.Status == RelayedStatus.InFlight).Max(entry => entry.AccountNonce + 1) ?? 0;
        return Math.Max(pending, stored);
    }

    private RelayedEntry Stored(RelayedEntry entry, SignedTransaction signed) => Save(entry with
    {
        Status = RelayedStatus.InFlight,
        Due = clock.GetUtcNow() + StuckAfter,
        AccountNonce = signed.Transaction.AccountNonce,
        RawTransaction = signed.Raw,
        Hash = signed.Hash,
    });

    private async Task<RelayedEntry> SendAsync(RelayedEntry entry, CancellationToken cancellationToken)
    {
        var sent = await node.SendRawTransactionAsync(entry.RawTransaction!.Value, cancellationToken);
        return sent.Outcome switch
        {
            SendOutcome.Accepted or SendOutcome.AlreadyKnown => await ReconcileAsync(entry, cancellationToken),
            SendOutcome.NonceTooLow or SendOutcome.NonceTooHigh => Again(entry),
            SendOutcome.Underpriced or SendOutcome.ReplacementUnderpriced or SendOutcome.PoolFull => entry,
            _ => Failed(entry, $"the chain node refuses it: {sent.Outcome} ({sent.Message})"),
        };
    }

    private async Task<RelayedEntry> ReconcileAsync(RelayedEntry entry, CancellationToken cancellationToken)
    {
        if (await node.GetTransactionReceiptAsync(entry.Hash!.Value, cancellationToken) is { } receipt)
        {
            return receipt.Succeeded
                ? Save(entry with { Status = RelayedStatus.Confirmed, GasUsed = receipt.GasUsed })
                : Failed(entry with { GasUsed = receipt.GasUsed }, "the transaction reverted");
        }

        var mined = await node.GetTransactionCountAsync(account.Address, BlockReference.Latest, cancellationToken);
        if (mined > entry.AccountNonce)
        {
            // Another transaction used the number up: this one can never be mined.
            return Again(entry);
        }

        return entry.Due <= clock.GetUtcNow() ? await ReplaceAsync(entry, cancellationToken) : entry;
    }

    private async Task<RelayedEntry> ReplaceAsync(RelayedEntry entry, CancellationToken cancellationToken)
    {
        if (!SignedTransaction.TryDecode(entry.RawTransaction!.Value.Span, out var stuck))
        {
            return Again(entry);
        }

        var (maximum, priority) = await FeePolicy.SuggestAsync(node, cancellationToken);
        var old = stuck.Transaction;
        var replacement = old with
        {
            MaxFeePerGas = Larger(maximum, FeePolicy.Raised(old.MaxFeePerGas)),
            MaxPriorityFeePerGas = Larger(priority, FeePolicy.Raised(old.MaxPriorityFeePerGas)),
        };
        return await SendAsync(Stored(entry, replacement.Sign(account)), cancellationToken);
    }

    private static System.Numerics.BigInteger Larger(System.Numerics.BigInteger left, System.Numerics.BigInteger right) =>
        System.Numerics.BigInteger.Max(left, right);

    private RelayedEntry Again(RelayedEntry entry) =>
        Save(entry with { Status = RelayedStatus.Pending, Due = clock.GetUtcNow() + TimeSpan.FromSeconds(1), AccountNonce = null, RawTransaction = null, Hash = null });

    private RelayedEntry Failed(RelayedEntry entry, string reason) =>
        Save(entry with { Status = RelayedStatus.Failed, Reason = reason });

    private RelayedEntry Save(RelayedEntry entry)
    {
        store.Update(entry);
        return entry;
    }
}
