using System.Numerics;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Rlp;

namespace Quarantine.Ethereum.Transactions;

/// <summary>
/// A transaction of type 2 (EIP-1559), not signed yet. Fees and value are in wei, below 2^256; the account nonce is below 2^64 - 1 (EIP-2681).
/// </summary>
public sealed record Eip1559Transaction
{
    /// <summary>The first byte of the encoded transaction (EIP-2718).</summary>
    public const byte Type = 2;

    public required ulong ChainId { get; init; }

    public required ulong AccountNonce { get; init; }

    /// <summary>Paid to the block's proposer, in wei a unit of gas.</summary>
    public required BigInteger MaxPriorityFeePerGas { get; init; }

    /// <summary>The most that is paid, base fee and priority fee together, in wei a unit of gas; not below <see cref="MaxPriorityFeePerGas"/>.</summary>
    public required BigInteger MaxFeePerGas { get; init; }

    public required ulong GasLimit { get; init; }

    /// <summary>The callee; null creates a contract from <see cref="Data"/>.</summary>
    public required Address? To { get; init; }

    /// <summary>In wei; default 0.</summary>
    public BigInteger Value { get; init; }

    /// <summary>Calldata or creation code; default empty.</summary>
    public ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>Default empty.</summary>
    public IReadOnlyList<AccessListEntry> AccessList { get; init; } = [];

    /// <summary>What the sender signs: keccak256(0x02 || rlp(fields)).</summary>
    public Bytes32 SigningHash() => Keccak256.Hash(Encode(signature: null));

    /// <summary>
    /// Signs with <paramref name="key"/>. Throws <see cref="InvalidOperationException"/> where <see cref="MaxFeePerGas"/> is below
    /// <see cref="MaxPriorityFeePerGas"/>, which every node refuses, and <see cref="ArgumentOutOfRangeException"/> for numbers out of range.
    /// </summary>
    public SignedTransaction Sign(PrivateKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Sign(key.Sign(SigningHash()), key.Address);
    }

    /// <summary>As <see cref="Sign(PrivateKey)"/>, with the caller's additional data for the nonce: 32 bytes or none.</summary>
    public SignedTransaction Sign(PrivateKey key, ReadOnlySpan<byte> additionalData)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Sign(key.Sign(SigningHash(), additionalData), key.Address);
    }

    private SignedTransaction Sign(Signature signature, Address sender) => new(this, signature, sender, Encode(signature));

    private byte[] Encode(Signature? signature)
    {
        if (MaxFeePerGas < MaxPriorityFeePerGas)
        {
            throw new InvalidOperationException($"{nameof(MaxFeePerGas)} {MaxFeePerGas} is below {nameof(MaxPriorityFeePerGas)} {MaxPriorityFeePerGas}.");
        }

        // RLP of a byte below 0x80 is the byte itself: here the type in front of the list.
        var rlp = new RlpWriter().Write([Type]).StartList();
        rlp.Write(ChainId).Write(AccountNonce).Write(MaxPriorityFeePerGas).Write(MaxFeePerGas).Write(GasLimit);
        _ = To is { } to ? rlp.Write(to) : rlp.Write(ReadOnlySpan<byte>.Empty);
        rlp.Write(Value).Write(Data.Span);
        WriteAccessList(rlp);
        if (signature is { } s)
        {
            rlp.Write((ulong)s.YParity).Write(s.R.ToBigInteger()).Write(s.S.ToBigInteger());
        }

        return rlp.EndList().ToArray();
    }

    private void WriteAccessList(RlpWriter rlp)
    {
        rlp.StartList();
        foreach (var entry in AccessList)
        {
            rlp.StartList().Write(entry.Address).StartList();
            foreach (var key in entry.StorageKeys)
            {
                rlp.Write(key);
            }

            rlp.EndList().EndList();
        }

        rlp.EndList();
    }
}
