using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

#pragma warning disable CA1001 // The handle frees itself: a public key that had to be disposed of would only be forgotten.
internal sealed unsafe class LibcryptoPermutation : IRsaPermutation
#pragma warning restore CA1001
{
    private readonly EvpKeyHandle _key;

    private LibcryptoPermutation(EvpKeyHandle key) => _key = key;

    public void Apply(ReadOnlySpan<byte> value, Span<byte> result) => Libcrypto.Exponentiate(_key, secretly: false, value, result);

    internal static LibcryptoPermutation Create(ReadOnlySpan<byte> modulus)
    {
        using var rsa = RSA.Create(new RSAParameters { Modulus = modulus.ToArray(), Exponent = RsaRingPublicKey.Exponent.ToArray() });
        var encoded = rsa.ExportSubjectPublicKeyInfo();
        fixed (byte* der = encoded)
        {
            var position = der;
            var key = Libcrypto.d2i_PUBKEY(0, &position, new CLong(encoded.Length));
            return key.IsInvalid ? throw new CryptographicException("libcrypto could not read the public key.") : new LibcryptoPermutation(key);
        }
    }
}
