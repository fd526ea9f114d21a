using System.Security.Cryptography;
using Quarantine.RingSignatures.Rsa.Exponentiation;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>Who does the modular exponentiation. Both give the same results.</summary>
public abstract class RsaArithmetic
{
    private protected RsaArithmetic()
    {
    }

    /// <summary>OpenSSL's libcrypto where it is installed, else <see cref="Managed"/>.</summary>
    public static RsaArithmetic Default { get; } = Libcrypto.IsPresent ? new LibcryptoArithmetic() : new ManagedArithmetic();

    /// <summary>
    /// .NET's big integers. Variable-time: the secret exponent is only protected by blinding base and exponent. Several times slower.
    /// </summary>
    public static RsaArithmetic Managed { get; } = new ManagedArithmetic();

    /// <summary>"libcrypto" or ".NET".</summary>
    public abstract string Name { get; }

    internal abstract IRsaPermutation CreatePermutation(ReadOnlySpan<byte> modulus);

    internal abstract IRsaInverse CreateInverse(RSA key);
}
