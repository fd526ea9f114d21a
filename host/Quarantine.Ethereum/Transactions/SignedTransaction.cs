using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Transactions;

/// <summary>A signed transaction of type 2, as it is sent.</summary>
public sealed class SignedTransaction
{
    internal SignedTransaction(Eip1559Transaction transaction, Signature signature, Address sender, ReadOnlyMemory<byte> raw)
    {
        Transaction = transaction;
        Signature = signature;
        Sender = sender;
        Raw = raw;
        Hash = Keccak256.Hash(raw.Span);
    }

    public Eip1559Transaction Transaction { get; }

    public Signature Signature { get; }

    /// <summary>The account that signed.</summary>
    public Address Sender { get; }

    /// <summary>0x02 || rlp(fields, yParity, r, s).</summary>
    public ReadOnlyMemory<byte> Raw { get; }

    /// <summary>The transaction's hash: keccak256 of <see cref="Raw"/>.</summary>
    public Bytes32 Hash { get; }

    /// <summary>Reads <see cref="Raw"/> back and recovers the sender; false where it is not a canonical, validly signed transaction of type 2.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> raw, [NotNullWhen(true)] out SignedTransaction? transaction)
    {
        transaction = null;
        return TransactionDecoder.TryDecode(raw, out var fields, out var signature)
            && signature.TryRecoverAddress(fields.SigningHash(), out var sender)
            && (transaction = new SignedTransaction(fields, signature, sender, raw.ToArray())) is not null;
    }

    /// <summary>The hash.</summary>
    public override string ToString() => Hash.ToString();
}
