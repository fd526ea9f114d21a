namespace Quarantine.Ethereum.JsonRpc;

/// <summary>
/// A JSON-RPC call failed. The message names the method, never the endpoint's address, which may hold a provider's access key.
/// </summary>
public sealed class JsonRpcException : Exception
{
    public JsonRpcException(JsonRpcFailure failure, string method, string explanation, Exception? inner = null)
        : base($"{method}: {explanation}", inner)
    {
        Failure = failure;
        Method = method;
    }

    public JsonRpcException(string method, JsonRpcError error)
        : base($"{method}: the node answered with an error: {error}")
    {
        Failure = JsonRpcFailure.ErrorResponse;
        Method = method;
        Error = error;
    }

    public JsonRpcFailure Failure { get; }

    /// <summary>Of the request.</summary>
    public string Method { get; }

    /// <summary>The node's error where <see cref="Failure"/> is <see cref="JsonRpcFailure.ErrorResponse"/>, otherwise null.</summary>
    public JsonRpcError? Error { get; }

    /// <summary>The HTTP status where it was not 200, otherwise null.</summary>
    public int? HttpStatus { get; init; }
}
