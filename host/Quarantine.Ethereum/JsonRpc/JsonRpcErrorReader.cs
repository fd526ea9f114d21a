using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.JsonRpc.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Reads the error object of an answer.</summary>
internal static class JsonRpcErrorReader
{
    private const int LongestMessage = 500;

    internal static bool TryRead(ref Utf8JsonReader reader, [NotNullWhen(true)] out JsonRpcError? error)
    {
        error = null;
        long? code = null;
        string? message = null;
        byte[]? data = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("code"u8))
            {
                code = reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                message = reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                data = ReadData(ref reader);
            }

            reader.Skip();
        }

        // By implicit conversion, a null array would become empty memory instead of none.
        var bytes = data is null ? default(ReadOnlyMemory<byte>?) : new ReadOnlyMemory<byte>(data);
        error = code is { } c && message is not null ? new JsonRpcError(c, DisplayText.Of(message, LongestMessage), bytes) : null;
        return error is not null;
    }

    /// <summary>The hexadecimal string, bare or as <c>data</c> in an object; null for anything else.</summary>
    private static byte[]? ReadData(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return ReadBytes(ref reader);
        }

        byte[]? data = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var named = reader.ValueTextEquals("data"u8);
            reader.Read();
            data = named ? ReadBytes(ref reader) : data;
            reader.Skip();
        }

        return data;
    }

    /// <summary>One node writes <c>Reverted 0x…</c>.</summary>
    private static byte[]? ReadBytes(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String || reader.ValueIsEscaped)
        {
            return null;
        }

        var prefix = "Reverted "u8;
        var text = reader.ValueSpan.StartsWith(prefix) ? reader.ValueSpan[prefix.Length..] : reader.ValueSpan;
        return JsonHex.TryDecode(text, out var bytes) ? bytes : null;
    }
}
