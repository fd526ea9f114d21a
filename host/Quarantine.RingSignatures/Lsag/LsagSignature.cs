using System.Diagnostics.CodeAnalysis;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>
/// An lsag signature as it came: c_0, the tag and z_0..z_{n-1}. Only its shape is checked here; whether its numbers are in range is the
/// verifier's business. Immutable.
/// </summary>
public sealed class LsagSignature
{
    /// <summary>First byte of the encoding.</summary>
    public const byte Version = 1;

    private const int HeaderLength = 1 + 32 + 32 + 1;

    private readonly Bytes32[] _z;

    /// <summary>Takes 1 to 64 responses; any other number throws.</summary>
    public LsagSignature(Bytes32 c0, Tag tag, ReadOnlySpan<Bytes32> z)
    {
        if (z.Length is 0 or > Ring.MaximumCount)
        {
            throw new ArgumentException($"A signature has 1 to {Ring.MaximumCount} responses, not {z.Length}.", nameof(z));
        }

        C0 = c0;
        Tag = tag;
        _z = z.ToArray();
    }

    /// <summary>The challenge that closes the ring.</summary>
    public Bytes32 C0 { get; }

    public Tag Tag { get; }

    /// <summary>One response a member, in the ring's order.</summary>
    public ReadOnlySpan<Bytes32> Z => _z;

    /// <summary>Length in bytes of the encoding for a ring of <paramref name="ringSize"/> keys: 66 + 32n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 64.</exception>
    public static int EncodedLength(int ringSize)
    {
        Ring.RequireCount(ringSize);
        return HeaderLength + (ringSize * Bytes32.Length);
    }

    /// <summary>Reads <c>01 || c_0 || T.x || parity || z_0 || ... || z_{n-1}</c>; false for any other version or length.</summary>
    public static bool TryParse(ReadOnlySpan<byte> encoded, [NotNullWhen(true)] out LsagSignature? signature)
    {
        signature = null;
        var count = (encoded.Length - HeaderLength) / Bytes32.Length;
        if (count is < 1 or > Ring.MaximumCount || encoded.Length != EncodedLength(count) || encoded[0] != Version)
        {
            return false;
        }

        Span<Bytes32> z = stackalloc Bytes32[count];
        for (var i = 0; i < count; i++)
        {
            z[i] = new Bytes32(encoded.Slice(HeaderLength + (i * Bytes32.Length), Bytes32.Length));
        }

        var tag = new Tag(new Bytes32(encoded.Slice(33, 32)), encoded[65]);
        signature = new LsagSignature(new Bytes32(encoded.Slice(1, 32)), tag, z);
        return true;
    }

    /// <summary>The encoding that <see cref="TryParse"/> reads.</summary>
    public byte[] ToArray()
    {
        var encoded = new byte[EncodedLength(_z.Length)];
        encoded[0] = Version;
        C0.CopyTo(encoded.AsSpan(1));
        Tag.X.CopyTo(encoded.AsSpan(33));
        encoded[65] = Tag.Parity;
        for (var i = 0; i < _z.Length; i++)
        {
            _z[i].CopyTo(encoded.AsSpan(HeaderLength + (i * Bytes32.Length)));
        }

        return encoded;
    }
}
