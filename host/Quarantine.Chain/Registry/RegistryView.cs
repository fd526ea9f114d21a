using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Chain.Registry;

/// <summary>
/// Views of <c>CommunityRegistry</c>. Every method throws <see cref="RevertException"/> where the registry refuses (an unknown community),
/// <see cref="ContractAnswerException"/> where no registry stands at the address, and what the node throws. Thread-safe.
/// </summary>
public sealed class RegistryView(IEthereumNode node, Address registry)
{
    private readonly ContractView _view = new(node, registry);

    /// <summary>The community's slot at the newest block's time.</summary>
    public Task<ulong> CurrentSlotAsync(Bytes32 communityId, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "currentSlot(bytes32)", Of(communityId), static (ref AbiReader reader, out ulong slot) => reader.TryReadUInt64(out slot), cancellationToken);

    /// <summary>The policy in force in a slot; the zero address where there is none.</summary>
    public Task<Address> PolicyAtAsync(Bytes32 communityId, ulong slot, CancellationToken cancellationToken = default) => _view.ReadAsync<Address>(
        "policyAt(bytes32,uint64)", Of(communityId).UInt64(slot), ReadAddress, cancellationToken);

    public Task<bool> IsOfficerAsync(Address account, CancellationToken cancellationToken = default) =>
        _view.ReadAsync<bool>("isOfficer(address)", new AbiWriter().Address(account), ReadFlag, cancellationToken);

    public Task<bool> IsWorkerAsync(Bytes32 communityId, Address account, CancellationToken cancellationToken = default) =>
        _view.ReadAsync<bool>("isWorker(bytes32,address)", Of(communityId).Address(account), ReadFlag, cancellationToken);

    /// <summary>Admitted, neither revoked nor expired.</summary>
    public Task<bool> IsMemberAsync(Bytes32 communityId, Address gateway, CancellationToken cancellationToken = default) =>
        _view.ReadAsync<bool>("isMember(bytes32,address)", Of(communityId).Address(gateway), ReadFlag, cancellationToken);

    public Task<CommunitySettings> CommunityAsync(Bytes32 communityId, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "communityOf(bytes32)",
        Of(communityId),
        (ref AbiReader reader, out CommunitySettings settings) =>
        {
            var ok = reader.TryReadInt32(out var offset) & reader.TryReadUInt8(out var pageSize) & reader.TryReadUInt8(out var minimum);
            settings = new CommunitySettings(new CommunityClock(TimeSpan.FromSeconds(offset)), pageSize, minimum);
            return ok;
        },
        cancellationToken);

    /// <summary>Null for a gateway that was never admitted.</summary>
    public async Task<HouseNumberRecord?> HouseNumberOfAsync(Address gateway, CancellationToken cancellationToken = default)
    {
        var record = await _view.ReadAsync<HouseNumberRecord>("houseNumberOf(address)", new AbiWriter().Address(gateway), TryReadHouseNumber, cancellationToken).ConfigureAwait(false);
        return record.HouseNumber.Gateway.IsZero ? null : record;
    }

    public Task<QueueState> QueueAsync(Bytes32 communityId, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "queueOf(bytes32)",
        Of(communityId),
        (ref AbiReader reader, out QueueState queue) =>
        {
            var ok = reader.TryReadUInt64(out var round) & reader.TryReadUInt64(out var queued) & reader.TryReadUInt64(out var pool)
                & reader.TryReadUInt64(out var seedBlock) & reader.TryReadBytes32(out var seed);
            queue = new QueueState(round, queued, pool, seedBlock, seed);
            return ok;
        },
        cancellationToken);

    /// <summary>The round whose pool takes the gateway's key; 0 for none.</summary>
    public Task<ulong> QueuedRoundOfAsync(Address gateway, CancellationToken cancellationToken = default) => _view.ReadAsync(
        "membershipOf(address)",
        new AbiWriter().Address(gateway),
        (ref AbiReader reader, out ulong round) =>
            reader.TryReadBytes32(out _) & reader.TryReadUInt64(out round) & reader.TryReadBool(out _) & reader.TryReadUInt256(out _),
        cancellationToken);

    private static AbiWriter Of(Bytes32 communityId) => new AbiWriter().Bytes32(communityId);

    private static bool ReadFlag(ref AbiReader reader, out bool value) => reader.TryReadBool(out value);

    private static bool ReadAddress(ref AbiReader reader, out Address value) => reader.TryReadAddress(out value);

    private static bool TryReadHouseNumber(ref AbiReader reader, out HouseNumberRecord record)
    {
        var ok = reader.TryReadBytes32(out var communityId) & reader.TryReadAddress(out var gateway)
            & reader.TryReadUInt64(out var issued) & reader.TryReadUInt64(out var expires) & reader.TryReadBool(out var revoked);
        record = new HouseNumberRecord(new VirtualHouseNumber(communityId, gateway, issued, expires), revoked);
        return ok;
    }
}
