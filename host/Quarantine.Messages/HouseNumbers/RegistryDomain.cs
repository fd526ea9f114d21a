using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.TypedData;

namespace Quarantine.Messages.HouseNumbers;

/// <summary>The EIP-712 domain of everything that officers and gateways sign for a registry.</summary>
public static class RegistryDomain
{
    private const string Name = "Quarantine";
    private const string Version = "1";

    /// <summary>The domain of the registry at <paramref name="registry"/> on chain <paramref name="chainId"/>.</summary>
    public static TypedDataDomain Of(ulong chainId, Address registry) =>
        new() { Name = Name, Version = Version, ChainId = chainId, VerifyingContract = registry };
}
