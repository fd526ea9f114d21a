using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads transaction receipts with a status (EIP-658).</summary>
internal static class ReceiptJson
{
    /// <summary>An object, or null for a transaction that was not mined.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, out TransactionReceipt? receipt)
    {
        receipt = null;
        var members = new JsonMembers();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        Bytes32 hash = default, blockHash = default;
        ulong index = 0, blockNumber = 0, status = 0, gasUsed = 0;
        Address from = default;
        Address? to = null, contract = null;
        BigInteger price = default;
        IReadOnlyList<LogEntry> logs = [];
        while (members.TryNext(ref reader))
        {
            var ok = members.Name switch
            {
                "transactionHash" => members.Require(1) && JsonHex.TryReadBytes32(ref reader, out hash),
                "transactionIndex" => members.Require(2) && JsonHex.TryReadQuantity(ref reader, out index),
                "blockHash" => members.Require(4) && JsonHex.TryReadBytes32(ref reader, out blockHash),
                "blockNumber" => members.Require(8) && JsonHex.TryReadQuantity(ref reader, out blockNumber),
                "from" => members.Require(16) && JsonHex.TryReadAddress(ref reader, out from),
                "to" => OptionalJson.TryReadAddress(ref reader, out to),
                "contractAddress" => OptionalJson.TryReadAddress(ref reader, out contract),
                "status" => members.Require(32) && JsonHex.TryReadQuantity(ref reader, out status) && status <= 1,
                "gasUsed" => members.Require(64) && JsonHex.TryReadQuantity(ref reader, out gasUsed),
                "effectiveGasPrice" => members.Require(128) && JsonHex.TryReadQuantity(ref reader, out price),
                "logs" => members.Require(256) && LogJson.TryReadAll(ref reader, out logs),
                _ => JsonMembers.Skip(ref reader),
            };
            if (!ok)
            {
                return false;
            }
        }

        receipt = new TransactionReceipt
        {
            TransactionHash = hash,
            TransactionIndex = index,
            BlockHash = blockHash,
            BlockNumber = blockNumber,
            From = from,
            To = to,
            ContractAddress = contract,
            Succeeded = status == 1,
            GasUsed = gasUsed,
            EffectiveGasPrice = price,
            Logs = logs,
        };
        return members.Has(511);
    }
}
