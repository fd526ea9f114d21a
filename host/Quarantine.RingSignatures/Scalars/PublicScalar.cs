using System.Buffers.Binary;
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

    /// <summary>The number below N that 32 big-endian bytes hold; false where they hold N or more.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out PublicScalar value)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A scalar has 32 bytes, not {bytes.Length}.", nameof(bytes));
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
        ulong carry = 0;
        var l0 = AddCarry(left._0, right._0, ref carry);
        var l1 = AddCarry(left._1, right._1, ref carry);
        var l2 = AddCarry(left._2, right._2, ref carry);
        var l3 = AddCarry(left._3, right._3, ref carry);
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

    public static PublicScalar Multiply(PublicScalar left, PublicScalar right)
    {
        Span<ulong> product = stackalloc ulong[8];
        product.Clear();
        AddRow(product, left._0, right);
        AddRow(product[1..], left._1, right);
        AddRow(product[2..], left._2, right);
        AddRow(product[3..], left._3, right);
        return Fold(product);
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

        ReadOnlySpan<ulong> exponent = [N3, N2, N1, N0 - 2];
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

    /// <summary>512 bits to below N, by 2^256 = C three times: 386 bits, 260 bits, 257 bits at most.</summary>
    private static PublicScalar Fold(Span<ulong> wide)
    {
        Span<ulong> once = stackalloc ulong[8];
        wide[..4].CopyTo(once);
        once[4..].Clear();
        AddComplementTimes(once, new PublicScalar(wide[4], wide[5], wide[6], wide[7]));
        Span<ulong> twice = wide;
        once[..4].CopyTo(twice);
        twice[4..].Clear();
        AddComplementTimes(twice, new PublicScalar(once[4], once[5], once[6], once[7]));

        // What is left above 2^256 is less than 16: one limb by C, and at most one carry after it.
        var high = twice[4];
        ulong carry = 0;
        var upper0 = Math.BigMul(high, C0, out var lower0);
        var upper1 = Math.BigMul(high, C1, out var lower1);
        ulong middle = 0;
        var p1 = AddCarry(lower1, upper0, ref middle);
        var p2 = AddCarry(high, upper1, ref middle);
        var l0 = AddCarry(twice[0], lower0, ref carry);
        var l1 = AddCarry(twice[1], p1, ref carry);
        var l2 = AddCarry(twice[2], p2, ref carry);
        var l3 = AddCarry(twice[3], 0, ref carry);
        var sum = new PublicScalar(l0, l1, l2, l3);
        return carry != 0 || sum.IsAtLeastOrder() ? sum.PlusComplement() : sum;
    }

    /// <summary>accumulator += value * C.</summary>
    private static void AddComplementTimes(Span<ulong> accumulator, PublicScalar value)
    {
        AddRow(accumulator, C0, value);
        AddRow(accumulator[1..], C1, value);
        AddRow(accumulator[2..], 1, value);
    }

    /// <summary>accumulator += factor * value, the carry running to the accumulator's end.</summary>
    private static void AddRow(Span<ulong> accumulator, ulong factor, PublicScalar value)
    {
        ulong carry = 0;
        accumulator[0] = MultiplyAdd(factor, value._0, accumulator[0], ref carry);
        accumulator[1] = MultiplyAdd(factor, value._1, accumulator[1], ref carry);
        accumulator[2] = MultiplyAdd(factor, value._2, accumulator[2], ref carry);
        accumulator[3] = MultiplyAdd(factor, value._3, accumulator[3], ref carry);
        for (var i = 4; carry != 0 && i < accumulator.Length; i++)
        {
            accumulator[i] += carry;
            carry = accumulator[i] < carry ? 1UL : 0;
        }
    }

    /// <summary>The low limb of a * b + c + carry; carry becomes the high one, which cannot overflow.</summary>
    private static ulong MultiplyAdd(ulong a, ulong b, ulong c, ref ulong carry)
    {
        var high = Math.BigMul(a, b, out var low);
        low += c;
        high += low < c ? 1UL : 0;
        low += carry;
        high += low < carry ? 1UL : 0;
        carry = high;
        return low;
    }

    private static ulong AddCarry(ulong a, ulong b, ref ulong carry)
    {
        var sum = a + b;
        var first = sum < a ? 1UL : 0;
        var total = sum + carry;
        carry = first | (total < sum ? 1UL : 0);
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
        ulong carry = 0;
        var l0 = AddCarry(_0, C0, ref carry);
        var l1 = AddCarry(_1, C1, ref carry);
        var l2 = AddCarry(_2, 1, ref carry);
        var l3 = AddCarry(_3, 0, ref carry);
        return new PublicScalar(l0, l1, l2, l3);
    }
}
