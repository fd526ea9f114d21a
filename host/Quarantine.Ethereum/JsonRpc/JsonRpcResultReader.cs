using System.Text.Json;

namespace Quarantine.Ethereum.JsonRpc;

/// <summary>
/// Reads one result. The reader stands on the value's first token, and must stand on its last one afterwards. Returns false where the value has
/// not the expected form.
/// </summary>
public delegate bool JsonRpcResultReader<T>(ref Utf8JsonReader reader, out T value);
