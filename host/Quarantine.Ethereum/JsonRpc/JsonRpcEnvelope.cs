using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>One answer: its id, and its result or error. The result is read in the same pass as everything around it.</summary>
internal struct JsonRpcEnvelope<T>
{
    private bool _hasVersion;
    private bool _hasId;
    private bool _sawResult;
    private bool _sawError;

    /// <summary>Null where the answer says so.</summary>
    internal long? Id { get; private set; }

    /// <summary>Whether there is a result that the result reader accepted.</summary>
    internal bool HasResult { get; private set; }

    internal T? Result { get; private set; }

    internal JsonRpcError? Error { get; private set; }

    /// <summary>Reads the object on whose start the reader stands; false where it is not an answer.</summary>
    internal static bool TryRead(ref Utf8JsonReader reader, JsonRpcResultReader<T> read, out JsonRpcEnvelope<T> envelope)
    {
        envelope = default;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!envelope.TryReadMember(ref reader, read))
            {
                return false;
            }
        }

        return envelope._hasVersion && envelope._hasId && (envelope._sawResult || envelope.Error is not null);
    }

    private bool TryReadMember(ref Utf8JsonReader reader, JsonRpcResultReader<T> read)
    {
        if (reader.ValueTextEquals("jsonrpc"u8))
        {
            return First(ref _hasVersion) && reader.Read() && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("2.0"u8);
        }

        if (reader.ValueTextEquals("id"u8))
        {
            return First(ref _hasId) && reader.Read() && TryReadId(ref reader);
        }

        if (reader.ValueTextEquals("result"u8))
        {
            return First(ref _sawResult) && reader.Read() && TryReadResult(ref reader, read);
        }

        if (reader.ValueTextEquals("error"u8))
        {
            return First(ref _sawError) && reader.Read() && TryReadError(ref reader);
        }

        reader.Skip();
        return true;
    }

    /// <summary>Of two members with one name, another reader might take the other one.</summary>
    private static bool First(ref bool seen)
    {
        var first = !seen;
        seen = true;
        return first;
    }

    private bool TryReadId(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out _);
        Id = ok ? reader.GetInt64() : null;
        return ok;
    }

    private bool TryReadResult(ref Utf8JsonReader reader, JsonRpcResultReader<T> read)
    {
        var start = reader;
        HasResult = read(ref reader, out var result);
        Result = result;
        if (!HasResult)
        {
            // An error may follow, which says more than a result without form.
            reader = start;
            reader.Skip();
        }

        return reader.CurrentDepth == start.CurrentDepth;
    }

    private bool TryReadError(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        var ok = JsonRpcErrorReader.TryRead(ref reader, out var error);
        Error = error;
        return ok;
    }
}
