using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads transactions.</summary>
internal static class TransactionJson
{
    /// <summary>An object, or null for an unknown transaction.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, out TransactionInfo? transaction)
    {
        transaction = null;
        var members = new JsonMembers();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        Bytes32 hash = default;
        Bytes32? blockHash = null;
        ulong accountNonce = 0, gas = 0;
        ulong? blockNumber = null;
        Address from = default;
        Address? to = null;
        BigInteger value = default;
        BigInteger? fee = null, priorityFee = null;
        byte[]? data = null;
        while (members.TryNext(ref reader))
        {
            var ok = members.Name switch
            {
                "hash" => members.Require(1) && JsonHex.TryReadBytes32(ref reader, out hash),
                "nonce" => members.Require(2) && JsonHex.TryReadQuantity(ref reader, out accountNonce),
                "from" => members.Require(4) && JsonHex.TryReadAddress(ref reader, out from),
                "to" => OptionalJson.TryReadAddress(ref reader, out to),
                "value" => members.Require(8) && JsonHex.TryReadQuantity(ref reader, out value),
                "gas" => members.Require(16) && JsonHex.TryReadQuantity(ref reader, out gas),
                "input" => members.Require(32) && JsonHex.TryReadData(ref reader, out data),
                "maxFeePerGas" => OptionalJson.TryReadQuantity(ref reader, out fee),
                "maxPriorityFeePerGas" => OptionalJson.TryReadQuantity(ref reader, out priorityFee),
                "blockNumber" => OptionalJson.TryReadQuantity(ref reader, out blockNumber),
                "blockHash" => OptionalJson.TryReadBytes32(ref reader, out blockHash),
                _ => JsonMembers.Skip(ref reader),
            };
            if (!ok)
            {
                return false;
            }
        }

        transaction = new TransactionInfo
        {
            Hash = hash,
            From = from,
            To = to,
            AccountNonce = accountNonce,
            Value = value,
            GasLimit = gas,
            MaxFeePerGas = fee,
            MaxPriorityFeePerGas = priorityFee,
            Data = data,
            BlockNumber = blockNumber,
            BlockHash = blockHash,
        };
        return members.Has(63);
    }
}
