using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Quarantine.RingSignatures.Rsa.Exponentiation;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>
/// An RSA-2048 public key with exponent 65537, and its trapdoor permutation extended to the domain that all members have in common
/// (Rivest, Shamir, Tauman: How to Leak a Secret, Asiacrypt 2001, 3.1). Immutable.
/// </summary>
/// <remarks>
/// Not checked: that the modulus is a product of two primes. Whoever registers a prime lets anybody sign as a member, as whoever publishes
/// its secret key does.
/// </remarks>
public sealed class RsaRingPublicKey : IEquatable<RsaRingPublicKey>, IComparable<RsaRingPublicKey>
{
    /// <summary>Length of the modulus in bytes: exactly 2048 bits.</summary>
    public const int Length = 256;

    private readonly byte[] _modulus;
    private readonly BigInteger _n;
    private readonly IRsaPermutation _permutation;

    private RsaRingPublicKey(ReadOnlySpan<byte> modulus, RsaArithmetic arithmetic)
    {
        _modulus = modulus.ToArray();
        _n = BigEndian.Read(modulus);
        _permutation = arithmetic.CreatePermutation(modulus);
    }

    /// <summary>65537.</summary>
    public static ReadOnlySpan<byte> Exponent => [1, 0, 1];

    /// <summary>n, big-endian.</summary>
    public ReadOnlySpan<byte> Modulus => _modulus;

    public static bool operator ==(RsaRingPublicKey? left, RsaRingPublicKey? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(RsaRingPublicKey? left, RsaRingPublicKey? right) => !(left == right);

    public static bool operator <(RsaRingPublicKey? left, RsaRingPublicKey? right) => Compare(left, right) < 0;

    public static bool operator >(RsaRingPublicKey? left, RsaRingPublicKey? right) => Compare(left, right) > 0;

    public static bool operator <=(RsaRingPublicKey? left, RsaRingPublicKey? right) => Compare(left, right) <= 0;

    public static bool operator >=(RsaRingPublicKey? left, RsaRingPublicKey? right) => Compare(left, right) >= 0;

    /// <summary>False unless the modulus is an odd number of exactly 2048 bits.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> modulus, [NotNullWhen(true)] out RsaRingPublicKey? key, RsaArithmetic? arithmetic = null)
    {
        key = modulus.Length == Length && modulus[0] >= 0x80 && (modulus[^1] & 1) == 1
            ? new RsaRingPublicKey(modulus, arithmetic ?? RsaArithmetic.Default)
            : null;
        return key is not null;
    }

    public int CompareTo(RsaRingPublicKey? other) => other is null ? 1 : Modulus.SequenceCompareTo(other.Modulus);

    public bool Equals(RsaRingPublicKey? other) => other is not null && Modulus.SequenceEqual(other.Modulus);

    public override bool Equals(object? obj) => Equals(obj as RsaRingPublicKey);

    public override int GetHashCode() => _n.GetHashCode();

    public override string ToString() => Convert.ToHexStringLower(_modulus);

    /// <summary>
    /// g(m) for a b-bit m = qn + r: qn + f(r) where (q + 1)n is at most 2^b, else m (3.1).
    /// </summary>
    internal void Apply(ReadOnlySpan<byte> input, Span<byte> output) => ApplyExtended(input, output, _permutation.Apply);

    /// <summary>g⁻¹, with the trapdoor in the place of f.</summary>
    internal void ApplyInverse(ReadOnlySpan<byte> input, Span<byte> output, IRsaInverse trapdoor) => ApplyExtended(input, output, trapdoor.Apply);

    private static int Compare(RsaRingPublicKey? left, RsaRingPublicKey? right) =>
        left is null ? (right is null ? 0 : -1) : left.CompareTo(right);

    private void ApplyExtended(ReadOnlySpan<byte> input, Span<byte> output, RsaMap map)
    {
        var quotient = BigInteger.DivRem(BigEndian.Read(input), _n, out var remainder);
        var floor = quotient * _n;
        if (floor + _n > RstDomain.Size)
        {
            input.CopyTo(output);
            return;
        }

        Span<byte> argument = stackalloc byte[Length];
        Span<byte> image = stackalloc byte[Length];
        BigEndian.Write(remainder, argument);
        map(argument, image);
        BigEndian.Write(floor + BigEndian.Read(image), output);
    }
}
