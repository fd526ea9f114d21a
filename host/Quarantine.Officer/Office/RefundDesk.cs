using System.Numerics;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Funding;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Officer.Office;

/// <summary>Prepaid balances from which relays are refunded. Throws as <see cref="OfficerOffice"/> does. Thread-safe.</summary>
public sealed class RefundDesk
{
    private readonly TransactionSender _sender;
    private readonly Address _fund;

    internal RefundDesk(IEthereumNode node, TransactionSender sender, Address fund)
    {
        (_sender, _fund) = (sender, fund);
        View = new RelayFundView(node, fund);
    }

    public RelayFundView View { get; }

    /// <summary>Prepays a community's balance.</summary>
    public Task DepositAsync(Bytes32 communityId, BigInteger wei, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(wei);
        return _sender.SendAsync(_fund, RelayFundCalls.Deposit(communityId), wei, cancellationToken);
    }

    /// <summary>Sets the most that relays of a community are refunded; all zero stops refunds.</summary>
    public Task SetCapsAsync(Bytes32 communityId, RefundCaps caps, CancellationToken cancellationToken = default) =>
        _sender.CallAsync(_fund, RelayFundCalls.SetCaps(communityId, caps), cancellationToken);

    /// <summary>Takes money out of a community's balance.</summary>
    public Task WithdrawAsync(Bytes32 communityId, Address to, BigInteger wei, CancellationToken cancellationToken = default) =>
        _sender.CallAsync(_fund, RelayFundCalls.Withdraw(communityId, to, wei), cancellationToken);
}
