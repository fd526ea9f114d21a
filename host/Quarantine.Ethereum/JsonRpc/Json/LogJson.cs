using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Reads logs of mined transactions; a log without its place in the chain is refused.</summary>
internal struct LogJson
{
    private const int AllMembers = 0x7F;

    private int _members;
    private Address _address;
    private LogTopics _topics;
    private byte[] _data;
    private ulong _blockNumber;
    private Bytes32 _blockHash;
    private Bytes32 _transactionHash;
    private ulong _transactionIndex;
    private ulong _logIndex;
    private bool _removed;

    internal static bool TryReadAll(ref Utf8JsonReader reader, out IReadOnlyList<LogEntry> logs)
    {
        var list = new List<LogEntry>();
        logs = list;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!TryRead(ref reader, out var log))
            {
                return false;
            }

            list.Add(log);
        }

        return true;
    }

    private static bool TryRead(ref Utf8JsonReader reader, [NotNullWhen(true)] out LogEntry? log)
    {
        log = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        LogJson members = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!members.TryReadMember(ref reader))
            {
                return false;
            }
        }

        log = members._members == AllMembers ? members.Build() : null;
        return log is not null;
    }

    private static bool TryReadTopics(ref Utf8JsonReader reader, out LogTopics topics)
    {
        topics = default;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        Span<Bytes32> words = stackalloc Bytes32[LogTopics.Most];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (count == LogTopics.Most || !JsonHex.TryReadBytes32(ref reader, out words[count]))
            {
                return false;
            }

            count++;
        }

        topics = new LogTopics(words[..count]);
        return true;
    }

    private static bool TryReadRemoved(ref Utf8JsonReader reader, out bool removed)
    {
        removed = reader.TokenType == JsonTokenType.True;
        return reader.TokenType is JsonTokenType.True or JsonTokenType.False;
    }

    private bool TryReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("address"u8))
        {
            return See(0x01) && reader.Read() && JsonHex.TryReadAddress(ref reader, out _address);
        }

        if (reader.ValueTextEquals("topics"u8))
        {
            return See(0x02) && reader.Read() && TryReadTopics(ref reader, out _topics);
        }

        if (reader.ValueTextEquals("data"u8))
        {
            return See(0x04) && reader.Read() && JsonHex.TryReadData(ref reader, out _data!);
        }

        return TryReadPlace(ref reader);
    }

    private bool TryReadPlace(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("blockNumber"u8))
        {
            return See(0x08) && reader.Read() && JsonHex.TryReadQuantity(ref reader, out _blockNumber);
        }

        if (reader.ValueTextEquals("blockHash"u8))
        {
            return See(0x10) && reader.Read() && JsonHex.TryReadBytes32(ref reader, out _blockHash);
        }

        if (reader.ValueTextEquals("transactionHash"u8))
        {
            return See(0x20) && reader.Read() && JsonHex.TryReadBytes32(ref reader, out _transactionHash);
        }

        if (reader.ValueTextEquals("logIndex"u8))
        {
            return See(0x40) && reader.Read() && JsonHex.TryReadQuantity(ref reader, out _logIndex);
        }

        return TryReadOptional(ref reader);
    }

    private bool TryReadOptional(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("transactionIndex"u8))
        {
            return reader.Read() && JsonHex.TryReadQuantity(ref reader, out _transactionIndex);
        }

        if (reader.ValueTextEquals("removed"u8))
        {
            return reader.Read() && TryReadRemoved(ref reader, out _removed);
        }

        reader.Skip();
        return true;
    }

    private bool See(int member)
    {
        var first = (_members & member) == 0;
        _members |= member;
        return first;
    }

    private readonly LogEntry Build() => new()
    {
        Address = _address,
        Topics = _topics,
        Data = _data,
        BlockNumber = _blockNumber,
        BlockHash = _blockHash,
        TransactionHash = _transactionHash,
        TransactionIndex = _transactionIndex,
        LogIndex = _logIndex,
        Removed = _removed,
    };
}
