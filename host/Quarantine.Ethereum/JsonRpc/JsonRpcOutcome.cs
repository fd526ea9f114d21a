namespace Quarantine.Ethereum.JsonRpc;

/// <summary>One answer of a batch: a result or an error.</summary>
public sealed class JsonRpcOutcome<T>
{
    private readonly string _method;
    private readonly T? _result;

    internal JsonRpcOutcome(string method, T? result, JsonRpcError? error)
    {
        _method = method;
        _result = result;
        Error = error;
    }

    /// <summary>Null where there is a result.</summary>
    public JsonRpcError? Error { get; }

    /// <summary>The result. Throws <see cref="JsonRpcException"/> where there is an error.</summary>
    public T ResultOrThrow() => Error is null ? _result! : throw new JsonRpcException(_method, Error);
}
