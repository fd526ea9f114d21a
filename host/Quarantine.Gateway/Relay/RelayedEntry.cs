using Quarantine.Ethereum.Primitives;

namespace Quarantine.Gateway.Relay;

/// <summary>A call that this gateway submits for another member.</summary>
/// <param name="Key">What makes it one: the report's tag and scope, or the emergency's hash.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Due">When it is submitted.</param>
/// <param name="Target">The contract.</param>
/// <param name="Data">Calldata.</param>
public sealed record RelayedEntry(string Key, RelayedStatus Status, DateTimeOffset Due, Address Target, ReadOnlyMemory<byte> Data)
{
    public ulong? AccountNonce { get; init; }

    /// <summary>The signed transaction, stored before it is sent.</summary>
    public ReadOnlyMemory<byte>? RawTransaction { get; init; }

    public Bytes32? Hash { get; init; }

    public string? Reason { get; init; }

    public ulong? GasUsed { get; init; }
}
