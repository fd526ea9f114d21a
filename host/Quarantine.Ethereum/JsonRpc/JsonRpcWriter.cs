using System.Buffers;
using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Writes requests.</summary>
internal static class JsonRpcWriter
{
    private const int InitialCapacity = 512;

    internal static ReadOnlyMemory<byte> Write(JsonRpcRequest request, long id)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, request, id);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>A batch, numbered from <paramref name="firstId"/>.</summary>
    internal static ReadOnlyMemory<byte> Write(ReadOnlySpan<JsonRpcRequest> requests, long firstId)
    {
        var buffer = new ArrayBufferWriter<byte>(InitialCapacity);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            for (var i = 0; i < requests.Length; i++)
            {
                Write(writer, requests[i], firstId + i);
            }

            writer.WriteEndArray();
        }

        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JsonRpcRequest request, long id)
    {
        writer.WriteStartObject();
        writer.WriteString("jsonrpc"u8, "2.0"u8);
        writer.WriteNumber("id"u8, id);
        writer.WriteString("method"u8, request.Method);
        writer.WriteStartArray("params"u8);
        request.WriteParameters?.Invoke(writer);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
