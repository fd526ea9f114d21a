using System.Text.Json;
using Quarantine.Chain.Tests.Contracts;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Tests.Events;

/// <summary>Logs that hold an event of the compiled ABI, every parameter a small number.</summary>
internal static class AbiLogs
{
    /// <summary>Every event of the contracts that belongs to a community, by its signature.</summary>
    internal static IReadOnlyDictionary<string, JsonElement> CommunityEvents { get; } =
        new[] { "CommunityRegistry", "StrongQuarantine", "RelayFund", "EmergencyBoard" }
            .SelectMany(contract => CompiledAbi.EntriesOf(contract, "event"))
            .Where(entry => entry.GetProperty("inputs").EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first
                && first.GetProperty("name").GetString() == "communityId" && first.GetProperty("indexed").GetBoolean())
            .ToDictionary(CompiledAbi.Signature, StringComparer.Ordinal);

    internal static LogEntry Of(string signature)
    {
        var inputs = CommunityEvents[signature].GetProperty("inputs").EnumerateArray().ToList();
        var topics = inputs.Where(input => input.GetProperty("indexed").GetBoolean()).Select((_, i) => Bytes32.FromUInt64((ulong)i + 1));
        var data = new AbiWriter();
        foreach (var input in inputs.Where(input => !input.GetProperty("indexed").GetBoolean()))
        {
            Write(data, input.GetProperty("type").GetString()!);
        }

        return With(default, [EventTopic.Of(signature), .. topics], data.ToArray());
    }

    internal static LogEntry With(Address contract, Bytes32[] topics, byte[] data) => new()
    {
        Address = contract,
        Topics = new LogTopics(topics),
        Data = data,
        BlockNumber = 12,
        BlockHash = Bytes32.FromUInt64(13),
        TransactionHash = Bytes32.FromUInt64(14),
        TransactionIndex = 15,
        LogIndex = 16,
        Removed = false,
    };

    private static void Write(AbiWriter data, string type)
    {
        _ = type switch
        {
            "bytes" => data.Bytes([1, 2, 3]),
            _ when type.EndsWith("[]", StringComparison.Ordinal) => data.Array<ulong>([1, 2, 3], (writer, value) => writer.UInt64(value)),
            _ => data.UInt64(1),
        };
    }
}
