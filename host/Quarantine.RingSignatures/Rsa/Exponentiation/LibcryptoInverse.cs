using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>OpenSSL's secret-key operation: by the Chinese remainder theorem, blinded, in constant time.</summary>
internal sealed unsafe class LibcryptoInverse : IRsaInverse
{
    private readonly EvpKeyHandle _key;

    private LibcryptoInverse(EvpKeyHandle key) => _key = key;

    public void Apply(ReadOnlySpan<byte> value, Span<byte> result)
    {
        var context = Libcrypto.EVP_PKEY_CTX_new(_key, 0);
        try
        {
            nuint length = (nuint)result.Length;
            fixed (byte* input = value, output = result)
            {
                if (Libcrypto.EVP_PKEY_decrypt_init(context) <= 0
                    || !Libcrypto.TrySetNoPadding(context)
                    || Libcrypto.EVP_PKEY_decrypt(context, output, &length, input, (nuint)value.Length) <= 0)
                {
                    throw new CryptographicException("libcrypto could not invert the RSA permutation.");
                }
            }
        }
        finally
        {
            Libcrypto.EVP_PKEY_CTX_free(context);
        }
    }

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
