using System.Numerics;
using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Funding;

/// <summary>Views of <c>RelayFund</c>. Throws as <see cref="Registry.RegistryView"/> does. Thread-safe.</summary>
public sealed class RelayFundView(IEthereumNode node, Address fund)
{
    private readonly ContractView _view = new(node, fund);

    /// <summary>What is left of a community's prepaid balance, in wei.</summary>
    public Task<BigInteger> BalanceAsync(Bytes32 communityId, CancellationToken cancellationToken = default) =>
        ReadNumberAsync("balanceOf(bytes32)", communityId, cancellationToken);

    /// <summary>Reports of the community that were refunded in its current slot.</summary>
    public Task<BigInteger> RefundedTodayAsync(Bytes32 communityId, CancellationToken cancellationToken = default) =>
        ReadNumberAsync("refundedToday(bytes32)", communityId, cancellationToken);

    public Task<RefundCaps> CapsAsync(Bytes32 communityId, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "capsOf(bytes32)",
        new AbiWriter().Bytes32(communityId),
        (ref AbiReader reader, out RefundCaps caps) =>
        {
            var ok = reader.TryReadUInt256(out var perReport) & reader.TryReadUInt16(out var reports)
                & reader.TryReadUInt(48, out var priorityFee) & reader.TryReadUInt8(out var margin);
            caps = new RefundCaps(perReport, reports, priorityFee, margin);
            return ok;
        },
        cancellationToken);

    private Task<BigInteger> ReadNumberAsync(string signature, Bytes32 communityId, CancellationToken cancellationToken) => _view.ReadAsync(
        signature,
        new AbiWriter().Bytes32(communityId),
        static (ref AbiReader reader, out BigInteger value) => reader.TryReadUInt256(out value),
        cancellationToken);
}
