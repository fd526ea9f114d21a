using System.Text.Json.Nodes;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>A call as a builder of this library made it.</summary>
/// <param name="Builder"><c>Type.Method</c>.</param>
/// <param name="Contract">The contract that it is for.</param>
/// <param name="Function">Its name there.</param>
/// <param name="Arguments">Under the contract's names.</param>
/// <param name="Data">The calldata.</param>
internal sealed record BoundCall(string Builder, string Contract, string Function, JsonObject Arguments, byte[] Data);
