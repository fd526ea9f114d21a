using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;

namespace Quarantine.RingSignatures.Rings;

/// <summary>
/// A page of ring keys, strictly ascending by x, as the registry keeps it. Immutable.
/// Not handled here: the registry's minimum size, and whether the page is the one in force, which the caller checks by
/// <see cref="CodeHash"/>.
/// </summary>
public sealed class Ring
{
    /// <summary>The largest ring.</summary>
    public const int MaximumCount = 64;

    private readonly RingPublicKey[] _keys;

    private Ring(RingPublicKey[] keys)
    {
        _keys = keys;
        CodeHash = CodeHashOf(keys);
    }

    /// <summary>The keys in ascending order.</summary>
    public ReadOnlySpan<RingPublicKey> Keys => _keys;

    /// <summary>1 to 64.</summary>
    public int Count => _keys.Length;

    /// <summary>keccak256 of the contract code that holds the ring: what EXTCODEHASH returns.</summary>
    public Bytes32 CodeHash { get; }

    /// <summary>False unless there are 1 to 64 keys, each set, strictly ascending by x.</summary>
    public static bool TryCreate(ReadOnlySpan<RingPublicKey> keys, [NotNullWhen(true)] out Ring? ring)
    {
        ring = IsAscending(keys) ? new Ring(keys.ToArray()) : null;
        return ring is not null;
    }

    /// <summary>Reads contract code <c>00 || P_0.x || ... || P_{n-1}.x</c>; false for any other form, or a key that is none.</summary>
    public static bool TryParseCode(ReadOnlySpan<byte> code, [NotNullWhen(true)] out Ring? ring)
    {
        ring = null;
        var count = (code.Length - 1) / RingPublicKey.Length;
        if (code.IsEmpty || code[0] != 0 || count > MaximumCount || code.Length != CodeLength(count))
        {
            return false;
        }

        var keys = new RingPublicKey[count];
        for (var i = 0; i < count; i++)
        {
            if (!RingPublicKey.TryCreate(code.Slice(1 + (i * RingPublicKey.Length), RingPublicKey.Length), out keys[i]))
            {
                return false;
            }
        }

        return TryCreate(keys, out ring);
    }

    /// <summary>keccak256(00 || x_0 || ... || x_{n-1}) of keys in the order given.</summary>
    public static Bytes32 CodeHashOf(ReadOnlySpan<RingPublicKey> keys) => Keccak256.Hash(CodeOf(keys));

    /// <summary>The contract code that holds this ring: STOP, then the keys.</summary>
    public byte[] ToCode() => CodeOf(_keys);

    /// <summary>The position of a key, or -1.</summary>
    public int IndexOf(RingPublicKey key) => Math.Max(-1, Array.BinarySearch(_keys, key));

    /// <summary>Throws unless a ring can have so many keys.</summary>
    internal static void RequireCount(int ringSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ringSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ringSize, MaximumCount);
    }

    private static bool IsAscending(ReadOnlySpan<RingPublicKey> keys)
    {
        var ascending = keys.Length is > 0 and <= MaximumCount && keys[0] != default;
        for (var i = 1; ascending && i < keys.Length; i++)
        {
            ascending = keys[i - 1] < keys[i];
        }

        return ascending;
    }

    private static byte[] CodeOf(ReadOnlySpan<RingPublicKey> keys)
    {
        var code = new byte[CodeLength(keys.Length)];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i].X.CopyTo(code.AsSpan(1 + (i * RingPublicKey.Length)));
        }

        return code;
    }

    private static int CodeLength(int count) => 1 + (count * RingPublicKey.Length);
}
