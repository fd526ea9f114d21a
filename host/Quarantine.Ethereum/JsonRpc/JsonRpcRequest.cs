using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>A call.</summary>
/// <param name="Method">Such as <c>eth_blockNumber</c>.</param>
/// <param name="WriteParameters">Writes the elements of the array <c>params</c>; null for none.</param>
public readonly record struct JsonRpcRequest(string Method, Action<Utf8JsonWriter>? WriteParameters = null);
