using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Contracts;

/// <summary>Views of <c>EmergencyBoard</c>. Throws as <see cref="Registry.RegistryView"/> does. Thread-safe.</summary>
public sealed class EmergencyBoardView(IEthereumNode node, Address board)
{
    private readonly ContractView _view = new(node, board);

    public Task<EmergencyBoardStatus> StatusOfAsync(Bytes32 communityId, Bytes32 emergencyHash, CancellationToken cancellationToken = default) =>
        _view.ReadAsync(
            "statusOf(bytes32,bytes32)",
            new AbiWriter().Bytes32(communityId).Bytes32(emergencyHash),
            (ref AbiReader reader, out EmergencyBoardStatus status) =>
            {
                var ok = reader.TryReadUInt8(out var number) && number <= (byte)EmergencyBoardStatus.Resolved;
                status = (EmergencyBoardStatus)number;
                return ok;
            },
            cancellationToken);
}
