using System.Numerics;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads fee histories.</summary>
internal static class FeeHistoryJson
{
    internal static bool TryRead(ref Utf8JsonReader reader, out FeeHistory? history)
    {
        ulong oldest = 0;
        IReadOnlyList<BigInteger> baseFees = [];
        IReadOnlyList<double> ratios = [];
        IReadOnlyList<IReadOnlyList<BigInteger>> rewards = [];
        var members = new JsonMembers();
        history = null;
        while (members.TryNext(ref reader))
        {
            var ok = members.Name switch
            {
                "oldestBlock" => members.Require(1) && JsonHex.TryReadQuantity(ref reader, out oldest),
                "baseFeePerGas" => members.Require(2) && TryReadList(ref reader, JsonHex.TryReadQuantity, out baseFees),
                "gasUsedRatio" => members.Require(4) && TryReadList(ref reader, TryReadRatio, out ratios),
                "reward" => reader.TokenType == JsonTokenType.Null || TryReadList(ref reader, TryReadFees, out rewards),
                _ => JsonMembers.Skip(ref reader),
            };
            if (!ok)
            {
                return false;
            }
        }

        history = new FeeHistory(oldest, baseFees, ratios, rewards);
        return members.Has(7) && baseFees.Count == ratios.Count + 1 && (rewards.Count == 0 || rewards.Count == ratios.Count);
    }

    private static bool TryReadFees(ref Utf8JsonReader reader, out IReadOnlyList<BigInteger> fees) =>
        TryReadList(ref reader, JsonHex.TryReadQuantity, out fees);

    private static bool TryReadRatio(ref Utf8JsonReader reader, out double ratio)
    {
        ratio = 0;
        return reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out ratio) && ratio is >= 0 and <= 1;
    }

    private static bool TryReadList<T>(ref Utf8JsonReader reader, JsonRpcResultReader<T> read, out IReadOnlyList<T> values)
    {
        var list = new List<T>();
        values = list;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!read(ref reader, out var value))
            {
                return false;
            }

            list.Add(value);
        }

        return true;
    }
}
