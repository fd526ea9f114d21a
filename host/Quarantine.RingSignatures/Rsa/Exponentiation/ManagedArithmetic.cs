using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

internal sealed class ManagedArithmetic : RsaArithmetic
{
    public override string Name => ".NET";

    internal override IRsaPermutation CreatePermutation(ReadOnlySpan<byte> modulus) => new ManagedPermutation(modulus);

    internal override IRsaInverse CreateInverse(RSA key) => ManagedInverse.Create(key);
}
