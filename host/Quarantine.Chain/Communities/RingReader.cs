using System.Collections.Concurrent;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.Chain.Communities;

/// <summary>Rings by their contract code, each read once: code on a chain does not change. Thread-safe.</summary>
public sealed class RingReader(IEthereumNode node)
{
    private readonly ConcurrentDictionary<Bytes32, Ring> _rings = new();

    /// <summary>The ring whose code stands at <paramref name="code"/>; null where that is no ring, or not the one with this hash.</summary>
    public async Task<Ring?> ReadAsync(Address code, Bytes32 codeHash, CancellationToken cancellationToken = default)
    {
        if (_rings.TryGetValue(codeHash, out var known))
        {
            return known;
        }

        var bytes = await node.GetCodeAsync(code, BlockReference.Latest, cancellationToken).ConfigureAwait(false);
        return Ring.TryParseCode(bytes, out var ring) && ring.CodeHash == codeHash ? _rings.GetOrAdd(codeHash, ring) : null;
    }
}
