using System.Numerics;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Nodes;

/// <summary>A call that is simulated, or whose gas is estimated.</summary>
/// <param name="To">The callee; null creates a contract.</param>
/// <param name="Data">Calldata or creation code.</param>
public sealed record CallRequest(Address? To, ReadOnlyMemory<byte> Data)
{
    /// <summary>msg.sender; null leaves it to the node (the zero address).</summary>
    public Address? From { get; init; }

    /// <summary>In wei; default 0.</summary>
    public BigInteger Value { get; init; }

    /// <summary>Null leaves the limit to the node.</summary>
    public ulong? Gas { get; init; }
}
