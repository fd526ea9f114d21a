using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Reads answers. Whatever the bytes are, nothing but <see cref="JsonRpcException"/> is thrown.</summary>
internal static class JsonRpcResponseReader
{
    internal static JsonRpcOutcome<T> Read<T>(JsonRpcResponse response, string method, long id, JsonRpcResultReader<T> read)
    {
        JsonRpcEnvelope<T> envelope;
        try
        {
            var reader = new Utf8JsonReader(response.Body);
            if (!reader.Read() || !JsonRpcEnvelope<T>.TryRead(ref reader, read, out envelope) || reader.Read())
            {
                throw Unusable(response, method);
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Unusable(response, method, e);
        }

        // A node that could not read the request answers with an error without id (JSON-RPC 2.0, section 5).
        if (envelope.Id != id && !(envelope.Id is null && envelope.Error is not null))
        {
            throw new JsonRpcException(JsonRpcFailure.Malformed, method, "the answer belongs to another request");
        }

        return Outcome(envelope, method);
    }

    internal static JsonRpcOutcome<T>[] ReadBatch<T>(
        JsonRpcResponse response, ReadOnlySpan<JsonRpcRequest> requests, long firstId, JsonRpcResultReader<T> read)
    {
        var method = requests[0].Method;
        try
        {
            var reader = new Utf8JsonReader(response.Body);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                return ReadElements(ref reader, requests, firstId, read) is { } outcomes && !reader.Read() ? outcomes : throw Unusable(response, method);
            }

            // A node refuses a batch as a whole with a single error.
            if (JsonRpcEnvelope<T>.TryRead(ref reader, read, out var envelope) && envelope.Error is not null)
            {
                throw new JsonRpcException(method, envelope.Error);
            }

            throw Unusable(response, method);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw Unusable(response, method, e);
        }
    }

    private static JsonRpcOutcome<T>[]? ReadElements<T>(
        ref Utf8JsonReader reader, ReadOnlySpan<JsonRpcRequest> requests, long firstId, JsonRpcResultReader<T> read)
    {
        var outcomes = new JsonRpcOutcome<T>[requests.Length];
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!JsonRpcEnvelope<T>.TryRead(ref reader, read, out var envelope)
                || envelope.Id is not { } id
                || id < firstId
                || id - firstId >= requests.Length
                || outcomes[id - firstId] is not null)
            {
                return null;
            }

            var index = (int)(id - firstId);
            outcomes[index] = Outcome(envelope, requests[index].Method);
            count++;
        }

        return count == requests.Length ? outcomes : null;
    }

    private static JsonRpcOutcome<T> Outcome<T>(JsonRpcEnvelope<T> envelope, string method) => envelope switch
    {
        { Error: { } error } => new JsonRpcOutcome<T>(method, default, error),
        { HasResult: true } => new JsonRpcOutcome<T>(method, envelope.Result, null),
        _ => throw new JsonRpcException(JsonRpcFailure.Malformed, method, "the result has not the form that this method's has"),
    };

    private static JsonRpcException Unusable(JsonRpcResponse response, string method, Exception? inner = null) => response.HttpStatus is { } status
        ? new JsonRpcException(JsonRpcFailure.Transport, method, $"HTTP status {status}", inner) { HttpStatus = status }
        : new JsonRpcException(JsonRpcFailure.Malformed, method, "the answer is not JSON-RPC 2.0", inner);
}
