using System.Diagnostics.CodeAnalysis;
using Quarantine.RingSignatures.Rings;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>v and x_0..x_{r-1}: what 3.5 of the 2001 paper calls the signature, the public keys being known. Immutable.</summary>
public sealed class RstSignature
{
    /// <summary>First byte of the encoding.</summary>
    public const byte Version = 2;

    private readonly byte[] _encoded;

    private RstSignature(byte[] encoded) => _encoded = encoded;

    /// <summary>Number of members.</summary>
    public int Count => (_encoded.Length - 1) / RstDomain.Length - 1;

    /// <summary>The glue value v, 276 bytes.</summary>
    public ReadOnlySpan<byte> Glue => _encoded.AsSpan(1, RstDomain.Length);

    /// <summary>Length in bytes of the encoding for a ring of <paramref name="ringSize"/> keys: 277 + 276n.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The size is not 1 to 64.</exception>
    public static int EncodedLength(int ringSize)
    {
        Ring.RequireCount(ringSize);
        return 1 + ((ringSize + 1) * RstDomain.Length);
    }

    /// <summary>Reads <c>02 || v || x_0 || ... || x_{r-1}</c>; false for any other version or length.</summary>
    public static bool TryParse(ReadOnlySpan<byte> encoded, [NotNullWhen(true)] out RstSignature? signature)
    {
        signature = null;
        var count = ((encoded.Length - 1) / RstDomain.Length) - 1;
        if (count is < 1 or > Ring.MaximumCount || encoded.Length != EncodedLength(count) || encoded[0] != Version)
        {
            return false;
        }

        signature = new RstSignature(encoded.ToArray());
        return true;
    }

    /// <summary>x of one member, 276 bytes.</summary>
    public ReadOnlySpan<byte> Input(int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
        return _encoded.AsSpan(1 + ((index + 1) * RstDomain.Length), RstDomain.Length);
    }

    /// <summary>The encoding that <see cref="TryParse"/> reads.</summary>
    public byte[] ToArray() => [.. _encoded];

    /// <summary>v || x_0 || ... as one buffer, which the signature then owns.</summary>
    internal static RstSignature Create(ReadOnlySpan<byte> values) => new([Version, .. values]);
}
