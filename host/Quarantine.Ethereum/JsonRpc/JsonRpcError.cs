namespace Quarantine.Ethereum.JsonRpc;

/// <summary>The error object of a JSON-RPC answer. All of it is the node's word.</summary>
/// <param name="Code">JSON-RPC 2.0, section 5.1; EIP-1474; -32000 says little.</param>
/// <param name="Message">At most 500 characters, without control characters.</param>
/// <param name="Data">The bytes of a reverted call, where the error carries any (a hexadecimal string, or an object with one as <c>data</c>); otherwise null.</param>
public sealed record JsonRpcError(long Code, string Message, ReadOnlyMemory<byte>? Data)
{
    public override string ToString() => $"{Message} ({Code})";
}
