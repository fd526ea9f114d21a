using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.RingSignatures.Scalars;

/// <summary>
/// A number modulo N, the order of secp256k1's group, always reduced. For public values, and for secrets that a random factor blinds:
/// nothing here promises constant time. Secrets themselves go through libsecp256k1's secret-key functions.
/// </summary>
/// <remarks>N = 2^256 - C with C of 129 bits, so that reduction is multiplication by C.</remarks>
public readonly struct PublicScalar : IEquatable<PublicScalar>
{
    /// <summary>Length of the big-endian encoding in bytes.</summary>
    public const int Length = 32;

    private const ulong N0 = 0xBFD25E8CD0364141;
    private const ulong N1 = 0xBAAEDCE6AF48A03B;
    private const ulong N2 = 0xFFFFFFFFFFFFFFFE;
    private const ulong N3 = 0xFFFFFFFFFFFFFFFF;

    // 2^256 - N = 2^128 + C1 * 2^64 + C0
    private const ulong C0 = 0x402DA1732FC9BEBF;
    private const ulong C1 = 0x4551231950B75FC4;

    private readonly ulong _0;
    private readonly ulong _1;
    private readonly ulong _2;
    private readonly ulong _3;

    private PublicScalar(ulong l0, ulong l1, ulong l2, ulong l3) => (_0, _1, _2, _3) = (l0, l1, l2, l3);

    public static PublicScalar Zero => default;

    public static PublicScalar One => new(1, 0, 0, 0);

    public bool IsZero => (_0 | _1 | _2 | _3) == 0;

    public static bool operator ==(PublicScalar left, PublicScalar right) => left.Equals(right);

    public static bool operator !=(PublicScalar left, PublicScalar right) => !left.Equals(right);

    public static PublicScalar operator +(PublicScalar left, PublicScalar right) => Add(left, right);

    public static PublicScalar operator -(PublicScalar left, PublicScalar right) => Add(left, Negate(right));

    public static PublicScalar operator -(PublicScalar value) => Negate(value);

    public static PublicScalar operator *(PublicScalar left, PublicScalar right) => Multiply(left, right);

    /// <summary>The number below N that 32 big-endian bytes hold; false where they hold N or more, or are not 32.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PublicScalar value)
    {
        value = default;
        if (bytes.Length != Length)
        {
            return false;
        }

        value = ReadUnreduced(bytes);
        var inRange = !value.IsAtLeastOrder();
        value = inRange ? value : default;
        return inRange;
    }

    /// <summary>As <see cref="TryRead(ReadOnlySpan{byte}, out PublicScalar)"/>.</summary>
    public static bool TryRead(Bytes32 word, out PublicScalar value)
    {
        Span<byte> bytes = stackalloc byte[Length];
        word.CopyTo(bytes);
        return TryRead(bytes, out value);
    }

    /// <summary>As <see cref="TryRead(Bytes32, out PublicScalar)"/>; false for zero too.</summary>
    public static bool TryReadPositive(Bytes32 word, out PublicScalar value) => TryRead(word, out value) && !value.IsZero;

    /// <summary>The word, read as uint256, modulo N.</summary>
    public static PublicScalar Reduce(Bytes32 word)
    {
        Span<byte> bytes = stackalloc byte[Length];
        word.CopyTo(bytes);
        var value = ReadUnreduced(bytes);
        return value.IsAtLeastOrder() ? value.PlusComplement() : value;
    }

    public static PublicScalar Add(PublicScalar left, PublicScalar right)
    {
        var l0 = AddCarry(left._0, right._0, 0, out var carry);
        var l1 = AddCarry(left._1, right._1, carry, out carry);
        var l2 = AddCarry(left._2, right._2, carry, out carry);
        var l3 = AddCarry(left._3, right._3, carry, out carry);
        var sum = new PublicScalar(l0, l1, l2, l3);
        return carry != 0 || sum.IsAtLeastOrder() ? sum.PlusComplement() : sum;
    }

    public static PublicScalar Subtract(PublicScalar left, PublicScalar right) => left - right;

    /// <summary>N - value; zero stays zero.</summary>
    public static PublicScalar Negate(PublicScalar value)
    {
        if (value.IsZero)
        {
            return value;
        }

        ulong borrow = 0;
        var l0 = SubtractBorrow(N0, value._0, ref borrow);
        var l1 = SubtractBorrow(N1, value._1, ref borrow);
        var l2 = SubtractBorrow(N2, value._2, ref borrow);
        var l3 = SubtractBorrow(N3, value._3, ref borrow);
        return new PublicScalar(l0, l1, l2, l3);
    }

    /// <summary>The product by rows, then 2^256 = C twice: 512 bits, 386 bits, 260 bits. Limbs stay in locals: in registers, that is.</summary>
    public static PublicScalar Multiply(PublicScalar left, PublicScalar right)
    {
        ulong a = left._0, b0 = right._0, b1 = right._1, b2 = right._2, b3 = right._3;
        var r0 = MultiplyAdd(a, b0, 0, 0, out var carry);
        var r1 = MultiplyAdd(a, b1, 0, carry, out carry);
        var r2 = MultiplyAdd(a, b2, 0, carry, out carry);
        var r3 = MultiplyAdd(a, b3, 0, carry, out var r4);
        a = left._1;
        r1 = MultiplyAdd(a, b0, r1, 0, out carry);
        r2 = MultiplyAdd(a, b1, r2, carry, out carry);
        r3 = MultiplyAdd(a, b2, r3, carry, out carry);
        r4 = MultiplyAdd(a, b3, r4, carry, out var r5);
        a = left._2;
        r2 = MultiplyAdd(a, b0, r2, 0, out carry);
        r3 = MultiplyAdd(a, b1, r3, carry, out carry);
        r4 = MultiplyAdd(a, b2, r4, carry, out carry);
        r5 = MultiplyAdd(a, b3, r5, carry, out var r6);
        a = left._3;
        r3 = MultiplyAdd(a, b0, r3, 0, out carry);
        r4 = MultiplyAdd(a, b1, r4, carry, out carry);
        r5 = MultiplyAdd(a, b2, r5, carry, out carry);
        r6 = MultiplyAdd(a, b3, r6, carry, out var r7);

        // (r0..r3) + C (r4..r7), C = (C0, C1, 1)
        r0 = MultiplyAdd(C0, r4, r0, 0, out carry);
        r1 = MultiplyAdd(C0, r5, r1, carry, out carry);
        r2 = MultiplyAdd(C0, r6, r2, carry, out carry);
        r3 = MultiplyAdd(C0, r7, r3, carry, out var m4);
        r1 = MultiplyAdd(C1, r4, r1, 0, out carry);
        r2 = MultiplyAdd(C1, r5, r2, carry, out carry);
        r3 = MultiplyAdd(C1, r6, r3, carry, out carry);
        m4 = MultiplyAdd(C1, r7, m4, carry, out var m5);
        r2 = AddCarry(r2, r4, 0, out carry);
        r3 = AddCarry(r3, r5, carry, out carry);
        m4 = AddCarry(m4, r6, carry, out carry);
        m5 = AddCarry(m5, r7, carry, out var m6);

        // (r0..r3) + C (m4, m5, m6): m6 is 0, 1 or 2, and what is left above 2^256 is below 16.
        r0 = MultiplyAdd(C0, m4, r0, 0, out carry);
        r1 = MultiplyAdd(C0, m5, r1, carry, out carry);
        r2 = MultiplyAdd(C0, m6, r2, carry, out carry);
        r3 = AddCarry(r3, carry, 0, out var rest);
        r1 = MultiplyAdd(C1, m4, r1, 0, out carry);
        r2 = MultiplyAdd(C1, m5, r2, carry, out carry);
        r3 = MultiplyAdd(C1, m6, r3, carry, out carry);
        rest += carry;
        r2 = AddCarry(r2, m4, 0, out carry);
        r3 = AddCarry(r3, m5, carry, out carry);
        return ReduceRest(r0, r1, r2, r3, rest + m6 + carry);
    }

    /// <summary>The inverse by Fermat's little theorem, value^(N-2); zero has none and throws.</summary>
    public static PublicScalar Invert(PublicScalar value)
    {
        if (value.IsZero)
        {
            throw new ArgumentException("Zero has no inverse.", nameof(value));
        }

        // A window of four bits: fifteen small powers, then 256 squarings and at most 64 multiplications.
        Span<PublicScalar> powers = stackalloc PublicScalar[16];
        powers[0] = One;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * value;
        }

        Span<ulong> exponent = stackalloc ulong[] { N3, N2, N1, N0 - 2 };
        var result = One;
        foreach (var limb in exponent)
        {
            for (var shift = 60; shift >= 0; shift -= 4)
            {
                result *= result;
                result *= result;
                result *= result;
                result *= result;
                var digit = (int)(limb >> shift) & 15;
                result = digit == 0 ? result : result * powers[digit];
            }
        }

        return result;
    }

    /// <summary>Writes 32 big-endian bytes to the start of <paramref name="destination"/>.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _3);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _2);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _1);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _0);
    }

    public Bytes32 ToWord()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        return new Bytes32(bytes);
    }

    public bool Equals(PublicScalar other) => _0 == other._0 && _1 == other._1 && _2 == other._2 && _3 == other._3;

    public override bool Equals(object? obj) => obj is PublicScalar other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_0, _1, _2, _3);

    public override string ToString() => ToWord().ToString();

    private static PublicScalar ReadUnreduced(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64BigEndian(bytes));

    /// <summary>(l0, l1, l2, l3) + 2^256 rest, for a rest below 16, to below N.</summary>
    private static PublicScalar ReduceRest(ulong l0, ulong l1, ulong l2, ulong l3, ulong rest)
    {
        l0 = MultiplyAdd(C0, rest, l0, 0, out var carry);
        l1 = MultiplyAdd(C1, rest, l1, carry, out carry);
        l2 = AddCarry(l2, rest, carry, out carry);
        l3 = AddCarry(l3, 0, carry, out carry);
        var sum = new PublicScalar(l0, l1, l2, l3);
        return carry != 0 || sum.IsAtLeastOrder() ? sum.PlusComplement() : sum;
    }

    /// <summary>The low limb of a * b + c + d; the high one cannot overflow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong MultiplyAdd(ulong a, ulong b, ulong c, ulong d, out ulong high)
    {
        var upper = Math.BigMul(a, b, out var low);
        low += c;
        upper += low < c ? 1UL : 0;
        low += d;
        upper += low < d ? 1UL : 0;
        high = upper;
        return low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong AddCarry(ulong a, ulong b, ulong carry, out ulong carryOut)
    {
        var sum = a + b;
        var first = sum < a ? 1UL : 0;
        var total = sum + carry;
        carryOut = first + (total < sum ? 1UL : 0);
        return total;
    }

    private static ulong SubtractBorrow(ulong a, ulong b, ref ulong borrow)
    {
        var difference = a - b;
        var first = a < b ? 1UL : 0;
        var total = difference - borrow;
        borrow = first | (difference < borrow ? 1UL : 0);
        return total;
    }

    private bool IsAtLeastOrder() =>
        _3 == N3 && (_2 > N2 || (_2 == N2 && (_1 > N1 || (_1 == N1 && _0 >= N0))));

    /// <summary>value + C modulo 2^256, which is value - N for a value of N or more.</summary>
    private PublicScalar PlusComplement()
    {
        var l0 = AddCarry(_0, C0, 0, out var carry);
        var l1 = AddCarry(_1, C1, carry, out carry);
        var l2 = AddCarry(_2, 1, carry, out carry);
        return new PublicScalar(l0, l1, l2, _3 + carry);
    }
}
