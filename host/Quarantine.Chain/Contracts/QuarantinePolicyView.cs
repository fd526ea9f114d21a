using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;

namespace Quarantine.Chain.Contracts;

/// <summary>Views of <c>QuarantinePolicy</c>. Throws as <see cref="Registry.RegistryView"/> does. Thread-safe.</summary>
public sealed class QuarantinePolicyView(IEthereumNode node, Address policy)
{
    private readonly ContractView _view = new(node, policy);

    /// <summary>The policy's limits, which never change.</summary>
    public async Task<PolicyThresholds> ThresholdsAsync(CancellationToken cancellationToken = default)
    {
        var alerts = await _view.ReadAsync(
            "alerts()", new AbiWriter(), (ref AbiReader reader, out bool on) => reader.TryReadBool(out on), cancellationToken).ConfigureAwait(false);
        return await _view.ReadAsync(
            "thresholds()",
            new AbiWriter(),
            (ref AbiReader reader, out PolicyThresholds value) =>
            {
                var ok = reader.TryReadUInt16(out var trips) & reader.TryReadUInt16(out var minutes)
                    & reader.TryReadUInt16(out var longest) & reader.TryReadUInt16(out var visits);
                value = new PolicyThresholds(trips, minutes, longest, visits, alerts);
                return ok;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The registry that the policy asks.</summary>
    public Task<Address> RegistryAsync(CancellationToken cancellationToken = default) => _view.ReadAsync(
        "registry()", new AbiWriter(), (ref AbiReader reader, out Address value) => reader.TryReadAddress(out value), cancellationToken);

    /// <summary>The fund that relays are refunded from.</summary>
    public Task<Address> FundAsync(CancellationToken cancellationToken = default) => _view.ReadAsync(
        "fund()", new AbiWriter(), (ref AbiReader reader, out Address value) => reader.TryReadAddress(out value), cancellationToken);

    /// <summary>Whether a packed summary keeps the limits; throws <see cref="RevertException"/> for a malformed one.</summary>
    public Task<bool> CompliesAsync(Bytes32 state, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "complies(bytes32)", new AbiWriter().Bytes32(state), (ref AbiReader reader, out bool value) => reader.TryReadBool(out value), cancellationToken);

    /// <summary>Whether a report of this tag was accepted in the scope.</summary>
    public Task<bool> IsSpentAsync(Bytes32 communityId, ReportKind kind, ulong slot, Bytes32 tagX, CancellationToken cancellationToken = default) =>
        _view.ReadAsync(
            "isSpent(bytes32,uint8,uint64,uint256)",
            new AbiWriter().Bytes32(communityId).UInt8((byte)kind).UInt64(slot).Bytes32(tagX),
            (ref AbiReader reader, out bool value) => reader.TryReadBool(out value),
            cancellationToken);
}
