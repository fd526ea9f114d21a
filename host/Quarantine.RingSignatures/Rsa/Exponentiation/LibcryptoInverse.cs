using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>OpenSSL's secret-key operation: by the Chinese remainder theorem, blinded, in constant time.</summary>
internal sealed unsafe class LibcryptoInverse : IRsaInverse
{
    private readonly EvpKeyHandle _key;

    private LibcryptoInverse(EvpKeyHandle key) => _key = key;

    public void Apply(ReadOnlySpan<byte> value, Span<byte> result) => Libcrypto.Exponentiate(_key, secretly: true, value, result);

    public void Dispose() => _key.Dispose();

    internal static LibcryptoInverse Create(RSA rsa)
    {
        var encoded = rsa.ExportRSAPrivateKey();
        try
        {
            fixed (byte* der = encoded)
            {
                var position = der;
                var key = Libcrypto.d2i_AutoPrivateKey(0, &position, new CLong(encoded.Length));
                return key.IsInvalid ? throw new CryptographicException("libcrypto could not read the secret key.") : new LibcryptoInverse(key);
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }
}
