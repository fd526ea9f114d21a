using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Deployment;

/// <summary>The immutables of <c>CommunityRegistry</c>: those of OpenZeppelin's EIP-712, which everything signed for the registry rests on.</summary>
internal static class RegistryImmutables
{
    public static IReadOnlyDictionary<string, Bytes32> Of(QuarantineDeployment deployment)
    {
        var domain = deployment.Domain;
        return new Dictionary<string, Bytes32>(StringComparer.Ordinal)
        {
            ["_cachedDomainSeparator"] = domain.Separator(),
            ["_cachedChainId"] = Bytes32.FromUInt64(deployment.ChainId),
            ["_cachedThis"] = deployment.Registry.ToWord(),
            ["_hashedName"] = Hash(domain.Name!),
            ["_hashedVersion"] = Hash(domain.Version!),
            ["_name"] = ShortString(domain.Name!),
            ["_version"] = ShortString(domain.Version!),
        };
    }

    private static Bytes32 Hash(string text) => Keccak256.Hash(Encoding.UTF8.GetBytes(text));

    /// <summary>OpenZeppelin's form of a text of at most 31 bytes: the bytes from the left, their number at the end.</summary>
    private static Bytes32 ShortString(string text)
    {
        Span<byte> word = stackalloc byte[Bytes32.Length];
        word.Clear();
        word[^1] = (byte)Encoding.UTF8.GetBytes(text, word[..^1]);
        return new Bytes32(word);
    }
}
