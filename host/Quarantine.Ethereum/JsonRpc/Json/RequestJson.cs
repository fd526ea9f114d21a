using System.Text.Json;
using Quarantine.Ethereum.Nodes;

namespace Quarantine.Ethereum.JsonRpc.Json;

/// <summary>Writes the parameters that are objects.</summary>
internal static class RequestJson
{
    internal static void Write(Utf8JsonWriter writer, CallRequest call)
    {
        writer.WriteStartObject();
        if (call.From is { } from)
        {
            writer.WritePropertyName("from"u8);
            writer.WriteData(from);
        }

        if (call.To is { } to)
        {
            writer.WritePropertyName("to"u8);
            writer.WriteData(to);
        }

        if (call.Gas is { } gas)
        {
            writer.WritePropertyName("gas"u8);
            writer.WriteQuantity(gas);
        }

        if (!call.Value.IsZero)
        {
            writer.WritePropertyName("value"u8);
            writer.WriteQuantity(call.Value);
        }

        writer.WritePropertyName("input"u8);
        writer.WriteData(call.Data.Span);
        writer.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter writer, LogFilter filter)
    {
        writer.WriteStartObject();
        WriteRange(writer, filter);
        if (filter.Addresses.Count > 0)
        {
            writer.WriteStartArray("address"u8);
            foreach (var address in filter.Addresses)
            {
                writer.WriteData(address);
            }

            writer.WriteEndArray();
        }

        if (filter.Topics.Count > 0)
        {
            WriteTopics(writer, filter);
        }

        writer.WriteEndObject();
    }

    internal static void WriteFeeHistory(Utf8JsonWriter writer, int blockCount, BlockReference newest, IReadOnlyList<double> rewardPercentiles)
    {
        writer.WriteQuantity((ulong)blockCount);
        writer.WriteBlock(newest);
        writer.WriteStartArray();
        foreach (var percentile in rewardPercentiles)
        {
            writer.WriteNumberValue(percentile);
        }

        writer.WriteEndArray();
    }

    private static void WriteRange(Utf8JsonWriter writer, LogFilter filter)
    {
        if (filter.BlockHash is { } hash)
        {
            writer.WritePropertyName("blockHash"u8);
            writer.WriteData(hash);
            return;
        }

        writer.WritePropertyName("fromBlock"u8);
        writer.WriteBlock(filter.From);
        writer.WritePropertyName("toBlock"u8);
        writer.WriteBlock(filter.To);
    }

    private static void WriteTopics(Utf8JsonWriter writer, LogFilter filter)
    {
        writer.WriteStartArray("topics"u8);
        foreach (var alternatives in filter.Topics)
        {
            if (alternatives.Count == 0)
            {
                writer.WriteNullValue();
                continue;
            }

            writer.WriteStartArray();
            foreach (var topic in alternatives)
            {
                writer.WriteData(topic);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
