using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Chain.Communities;

/// <summary>
/// The order in which a round's pool is cut into pages: by keccak256(seed || ring key), the seed being the hash of a block after the queue
/// closed, so that no officer chooses who stands beside whom.
/// </summary>
public static class PageOrder
{
    /// <summary>The keys in the order of the round.</summary>
    public static IReadOnlyList<Bytes32> Sort(Bytes32 seed, IEnumerable<Bytes32> ringKeys) => [.. ringKeys.OrderBy(key => PositionOf(seed, key))];

    private static Bytes32 PositionOf(Bytes32 seed, Bytes32 ringKey)
    {
        Span<byte> input = stackalloc byte[2 * Bytes32.Length];
        seed.CopyTo(input);
        ringKey.CopyTo(input[Bytes32.Length..]);
        return Keccak256.Hash(input);
    }
}
