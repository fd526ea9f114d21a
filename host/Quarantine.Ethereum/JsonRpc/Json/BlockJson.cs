using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads block headers.</summary>
internal static class BlockJson
{
    /// <summary>An object, or null for an unknown block.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, out Block? block)
    {
        block = null;
        var members = new JsonMembers();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        ulong number = 0, timestamp = 0, gasLimit = 0, gasUsed = 0;
        Bytes32 hash = default, parent = default;
        BigInteger? baseFee = null;
        while (members.TryNext(ref reader))
        {
            var ok = members.Name switch
            {
                "number" => members.Require(1) && JsonHex.TryReadQuantity(ref reader, out number),
                "hash" => members.Require(2) && JsonHex.TryReadBytes32(ref reader, out hash),
                "parentHash" => members.Require(4) && JsonHex.TryReadBytes32(ref reader, out parent),
                "timestamp" => members.Require(8) && JsonHex.TryReadQuantity(ref reader, out timestamp),
                "gasLimit" => members.Require(16) && JsonHex.TryReadQuantity(ref reader, out gasLimit),
                "gasUsed" => members.Require(32) && JsonHex.TryReadQuantity(ref reader, out gasUsed),
                "baseFeePerGas" => OptionalJson.TryReadQuantity(ref reader, out baseFee),
                _ => JsonMembers.Skip(ref reader),
            };
            if (!ok)
            {
                return false;
            }
        }

        block = new Block(number, hash, parent, timestamp, baseFee, gasLimit, gasUsed);
        return members.Has(63);
    }
}
