using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;
using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Chain.Deployment;

/// <summary>Where one system's contracts are; what an officer publishes and every program is configured with.</summary>
/// <param name="ChainId">EIP-155 chain id.</param>
/// <param name="Registry">CommunityRegistry.</param>
/// <param name="RelayFund">RelayFund, which the policies have relays refunded from.</param>
/// <param name="EmergencyBoard">EmergencyBoard.</param>
/// <param name="FromBlock">The first block that can hold an event of them.</param>
public sealed record QuarantineDeployment(ulong ChainId, Address Registry, Address RelayFund, Address EmergencyBoard, ulong FromBlock)
{
    /// <summary>The policies that were deployed together with the registry, by name.</summary>
    public IReadOnlyDictionary<string, Address> Policies { get; init; } = new Dictionary<string, Address>(StringComparer.Ordinal);

    /// <summary>The EIP-712 domain of everything that is signed for the registry.</summary>
    public TypedDataDomain Domain => RegistryDomain.Of(ChainId, Registry);
}
