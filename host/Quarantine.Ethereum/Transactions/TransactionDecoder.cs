using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Rlp;

namespace Quarantine.Ethereum.Transactions;

/// <summary>Reads the fields of a transaction of type 2, EIP-1559, in their order.</summary>
internal static class TransactionDecoder
{
    internal static bool TryDecode(ReadOnlySpan<byte> raw, [NotNullWhen(true)] out Eip1559Transaction? transaction, out Signature signature)
    {
        transaction = null;
        signature = default;
        if (raw.IsEmpty || raw[0] != Eip1559Transaction.Type)
        {
            return false;
        }

        var reader = new RlpReader(raw[1..]);
        return reader.TryReadList(out var fields)
            && reader.IsAtEnd
            && TryReadFields(ref fields, out transaction)
            && TryReadSignature(ref fields, out signature)
            && fields.IsAtEnd;
    }

    private static bool TryReadFields(ref RlpReader fields, [NotNullWhen(true)] out Eip1559Transaction? transaction)
    {
        transaction = null;
        if (!fields.TryReadUInt64(out var chainId)
            || !fields.TryReadUInt64(out var accountNonce)
            || !fields.TryReadUInt256(out var priorityFee)
            || !fields.TryReadUInt256(out var fee)
            || fee < priorityFee
            || !fields.TryReadUInt64(out var gasLimit)
            || !TryReadCallee(ref fields, out var to)
            || !fields.TryReadUInt256(out var value)
            || !fields.TryReadBytes(out var data)
            || !TryReadAccessList(ref fields, out var accessList))
        {
            return false;
        }

        transaction = new Eip1559Transaction
        {
            ChainId = chainId,
            AccountNonce = accountNonce,
            MaxPriorityFeePerGas = priorityFee,
            MaxFeePerGas = fee,
            GasLimit = gasLimit,
            To = to,
            Value = value,
            Data = data.ToArray(),
            AccessList = accessList,
        };
        return true;
    }

    private static bool TryReadCallee(ref RlpReader fields, out Address? to)
    {
        to = null;
        if (!fields.TryReadBytes(out var bytes) || bytes.Length is not (0 or Address.Length))
        {
            return false;
        }

        to = bytes.IsEmpty ? null : new Address(bytes);
        return true;
    }

    private static bool TryReadAccessList(ref RlpReader fields, out List<AccessListEntry> accessList)
    {
        accessList = [];
        if (!fields.TryReadList(out var entries))
        {
            return false;
        }

        while (!entries.IsAtEnd)
        {
            if (!entries.TryReadList(out var entry)
                || !entry.TryReadAddress(out var address)
                || !TryReadStorageKeys(ref entry, out var keys)
                || !entry.IsAtEnd)
            {
                return false;
            }

            accessList.Add(new AccessListEntry(address, keys));
        }

        return true;
    }

    private static bool TryReadStorageKeys(ref RlpReader entry, out List<Bytes32> keys)
    {
        keys = [];
        if (!entry.TryReadList(out var words))
        {
            return false;
        }

        while (!words.IsAtEnd)
        {
            if (!words.TryReadBytes32(out var key))
            {
                return false;
            }

            keys.Add(key);
        }

        return true;
    }

    private static bool TryReadSignature(ref RlpReader fields, out Signature signature)
    {
        signature = default;
        return fields.TryReadUInt64(out var yParity)
            && yParity <= 1
            && fields.TryReadUInt256(out var r)
            && fields.TryReadUInt256(out var s)
            && Signature.TryCreate(Word(r), Word(s), (int)yParity, out signature);
    }

    private static Bytes32 Word(BigInteger value) => Bytes32.FromBigInteger(value);
}
