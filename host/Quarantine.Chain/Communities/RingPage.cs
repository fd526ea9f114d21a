using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>A ring page of the registry.</summary>
/// <param name="Index">Its index, which a report names.</param>
/// <param name="Round">The cutting round that made it.</param>
/// <param name="Code">The contract whose code is the ring.</param>
/// <param name="CodeHash">That code's hash.</param>
/// <param name="FromSlot">First slot in force.</param>
/// <param name="UntilSlot">First slot not in force; null while open.</param>
public sealed record RingPage(ulong Index, ulong Round, Address Code, Bytes32 CodeHash, ulong FromSlot, ulong? UntilSlot)
{
    public bool IsInForceAt(ulong slot) => FromSlot <= slot && slot < (UntilSlot ?? ulong.MaxValue);
}
