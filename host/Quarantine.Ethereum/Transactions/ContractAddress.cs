using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Rlp;

namespace Quarantine.Ethereum.Transactions;

/// <summary>The address that a contract will have.</summary>
public static class ContractAddress
{
    /// <summary>Created by a transaction of <paramref name="sender"/> with this account nonce (Yellow Paper, section 7).</summary>
    public static Address Of(Address sender, ulong accountNonce) =>
        LowBytes(Keccak256.Hash(new RlpWriter().StartList().Write(sender).Write(accountNonce).EndList().ToArray()));

    /// <summary>Created by CREATE2 (EIP-1014) in the contract <paramref name="creator"/>.</summary>
    public static Address Of(Address creator, Bytes32 salt, ReadOnlySpan<byte> creationCode)
    {
        Span<byte> preimage = stackalloc byte[1 + Address.Length + (2 * Bytes32.Length)];
        preimage[0] = 0xFF;
        creator.CopyTo(preimage[1..]);
        salt.CopyTo(preimage[21..]);
        Keccak256.Hash(creationCode, preimage[53..]);
        return LowBytes(Keccak256.Hash(preimage));
    }

    private static Address LowBytes(Bytes32 hash)
    {
        Span<byte> bytes = stackalloc byte[Bytes32.Length];
        hash.CopyTo(bytes);
        return new Address(bytes[12..]);
    }
}
