using System.Numerics;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

internal sealed class ManagedPermutation(ReadOnlySpan<byte> modulus) : IRsaPermutation
{
    private static readonly BigInteger Exponent = BigEndian.Read(RsaRingPublicKey.Exponent);

    private readonly BigInteger _modulus = BigEndian.Read(modulus);

    public void Apply(ReadOnlySpan<byte> value, Span<byte> result) =>
        BigEndian.Write(BigInteger.ModPow(BigEndian.Read(value), Exponent, _modulus), result);
}
