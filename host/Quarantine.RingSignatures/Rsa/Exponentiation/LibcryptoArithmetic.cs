using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

internal sealed class LibcryptoArithmetic : RsaArithmetic
{
    public override string Name => "libcrypto";

    internal override IRsaPermutation CreatePermutation(ReadOnlySpan<byte> modulus) => LibcryptoPermutation.Create(modulus);

    internal override IRsaInverse CreateInverse(RSA key) => LibcryptoInverse.Create(key);
}
