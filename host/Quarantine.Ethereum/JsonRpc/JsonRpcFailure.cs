namespace Quarantine.Ethereum.JsonRpc;

/// <summary>Why a JSON-RPC call failed. The numbers are logged: they do not change.</summary>
public enum JsonRpcFailure
{
    /// <summary>No connection, a broken one, or an HTTP status that says failure without a JSON-RPC answer.</summary>
    Transport = 1,

    /// <summary>No complete answer in time.</summary>
    Timeout = 2,

    /// <summary>The answer is not JSON-RPC 2.0, belongs to another request, or its result has not the form that was asked for.</summary>
    Malformed = 3,

    /// <summary>The answer is longer than <see cref="JsonRpcOptions.MaxResponseBytes"/>.</summary>
    TooLarge = 4,

    /// <summary>The node answered with an error.</summary>
    ErrorResponse = 5,
}
