using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;

namespace Quarantine.RingSignatures.Oracles;

/// <summary>secp256k1 on BouncyCastle's custom curve, its fastest (with the curve's endomorphism), and its Keccak.</summary>
public static class BouncyCastleCurve
{
    private static readonly X9ECParameters Parameters = CustomNamedCurves.GetByName("secp256k1");
    private static readonly FixedPointCombMultiplier BaseMultiplier = new();

    public static BigInteger Order => Parameters.N;

    public static ECPoint Generator => Parameters.G;

    public static byte[] Keccak(params ReadOnlySpan<byte[]> parts)
    {
        var digest = new KeccakDigest(256);
        foreach (var part in parts)
        {
            digest.BlockUpdate(part, 0, part.Length);
        }

        var output = new byte[32];
        digest.DoFinal(output, 0);
        return output;
    }

    /// <summary>scalar * G.</summary>
    public static ECPoint MultiplyBase(BigInteger scalar) => BaseMultiplier.Multiply(Generator, scalar.Mod(Order)).Normalize();

    /// <summary>The point with this x and parity, or null.</summary>
    public static ECPoint? Lift(byte[] x, int parity)
    {
        try
        {
            return Parameters.Curve.DecodePoint([(byte)(2 + parity), .. x]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>address(r⁻¹(sR - hG)), R.x = r; null where an ecrecover fails.</summary>
    public static byte[]? Recover(BigInteger h, int parity, byte[] x, BigInteger s)
    {
        var r = new BigInteger(1, x);
        if (r.SignValue == 0 || r.CompareTo(Order) >= 0 || s.SignValue == 0 || s.CompareTo(Order) >= 0 || Lift(x, parity) is not { } point)
        {
            return null;
        }

        var inverse = r.ModInverse(Order);
        var sum = ECAlgorithms.SumOfTwoMultiplies(
            point,
            s.Multiply(inverse).Mod(Order),
            Generator,
            h.Multiply(inverse).Negate().Mod(Order));
        return sum.IsInfinity ? null : AddressOf(sum.Normalize());
    }

    public static byte[] AddressOf(ECPoint point) => Keccak(point.GetEncoded(compressed: false)[1..])[12..];

    /// <summary>32 bytes big-endian.</summary>
    public static byte[] Encode(BigInteger value)
    {
        var bytes = value.ToByteArrayUnsigned();
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
