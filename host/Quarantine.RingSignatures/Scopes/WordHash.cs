using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Scopes;

/// <summary>keccak256 of abi.encode of words, with what follows them.</summary>
internal static class WordHash
{
    internal static Bytes32 Of(params ReadOnlySpan<Bytes32> words) => Of(words, []);

    /// <summary>keccak256(words || tail).</summary>
    internal static Bytes32 Of(ReadOnlySpan<Bytes32> words, ReadOnlySpan<byte> tail)
    {
        Span<byte> input = stackalloc byte[(words.Length * Bytes32.Length) + tail.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i].CopyTo(input[(i * Bytes32.Length)..]);
        }

        tail.CopyTo(input[(words.Length * Bytes32.Length)..]);
        return Keccak256.Hash(input);
    }
}
