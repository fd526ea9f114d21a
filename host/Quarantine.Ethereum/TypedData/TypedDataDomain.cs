using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.TypedData;

/// <summary>
/// The domain of EIP-712 typed data: what a signature is bound to. Leave out (null) what the verifier's domain does not have; the domain's type
/// follows from what is there. At least one field must be.
/// </summary>
public sealed record TypedDataDomain
{
    private const int DigestPrefixLength = 2;

    public string? Name { get; init; }

    public string? Version { get; init; }

    public ulong? ChainId { get; init; }

    /// <summary>The contract that verifies the signature.</summary>
    public Address? VerifyingContract { get; init; }

    public Bytes32? Salt { get; init; }

    /// <summary>hashStruct of the domain.</summary>
    public Bytes32 Separator()
    {
        List<string> types = [];
        List<Bytes32> words = [];
        Add("string name", Name is null ? null : TypedDataWord.Of(Name));
        Add("string version", Version is null ? null : TypedDataWord.Of(Version));
        Add("uint256 chainId", ChainId is { } chainId ? Bytes32.FromUInt64(chainId) : null);
        Add("address verifyingContract", VerifyingContract?.ToWord());
        Add("bytes32 salt", Salt);
        return words.Count > 0
            ? new TypedDataType($"EIP712Domain({string.Join(',', types)})").Hash([.. words])
            : throw new InvalidOperationException("A domain has at least one field.");

        void Add(string type, Bytes32? word)
        {
            if (word is { } value)
            {
                types.Add(type);
                words.Add(value);
            }
        }
    }

    /// <summary>What is signed: keccak256(0x1901 || domain separator || struct hash).</summary>
    public Bytes32 Digest(Bytes32 structHash)
    {
        Span<byte> preimage = stackalloc byte[DigestPrefixLength + (2 * Bytes32.Length)];
        preimage[0] = 0x19;
        preimage[1] = 0x01;
        Separator().CopyTo(preimage[DigestPrefixLength..]);
        structHash.CopyTo(preimage[(DigestPrefixLength + Bytes32.Length)..]);
        return Keccak256.Hash(preimage);
    }
}
