using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>1 to 64 RSA keys, strictly ascending by modulus. Immutable.</summary>
public sealed class RsaRing
{
    private readonly RsaRingPublicKey[] _keys;

    private RsaRing(RsaRingPublicKey[] keys)
    {
        _keys = keys;
        Hash = Keccak256.Hash([.. Domains.RsaRing.ToArray(), .. keys.SelectMany(key => key.Modulus.ToArray())]);
    }

    /// <summary>The keys in ascending order.</summary>
    public ReadOnlySpan<RsaRingPublicKey> Keys => _keys;

    /// <summary>1 to 64.</summary>
    public int Count => _keys.Length;

    /// <summary>keccak256(RSA_RING_DOMAIN || n_0 || ... || n_{r-1}).</summary>
    public Bytes32 Hash { get; }

    /// <summary>False unless there are 1 to 64 keys, strictly ascending by modulus.</summary>
    public static bool TryCreate(ReadOnlySpan<RsaRingPublicKey> keys, [NotNullWhen(true)] out RsaRing? ring)
    {
        ring = null;
        if (keys.Length is 0 or > Ring.MaximumCount || keys[0] is null)
        {
            return false;
        }

        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] is null || keys[i - 1] >= keys[i])
            {
                return false;
            }
        }

        ring = new RsaRing(keys.ToArray());
        return true;
    }

    /// <summary>The position of a key, or -1.</summary>
    public int IndexOf(RsaRingPublicKey key) => Math.Max(-1, Array.BinarySearch(_keys, key));
}
