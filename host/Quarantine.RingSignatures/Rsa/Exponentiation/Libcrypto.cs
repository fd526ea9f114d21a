using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>
/// OpenSSL's public functions that raw RSA needs (evp.h, x509.h of 1.1.1 and 3.x; manual pages EVP_PKEY_encrypt(3), d2i_X509(3)).
/// EVP rather than bare BN functions, for its blinding and its constant-time exponentiation.
/// </summary>
internal static unsafe partial class Libcrypto
{
    private const string Name = "crypto";
    private const int KeyTypeRsa = 6;
    private const int AnyOperation = -1;
    private const int ControlRsaPadding = 0x1001;
    private const int NoPadding = 3;

    private static readonly string[] Candidates = ["libcrypto.so.3", "libcrypto.so.1.1"];

    private static readonly nint Handle = Load();

    internal static bool IsPresent => Handle != 0;

    [LibraryImport(Name)]
    internal static partial EvpKeyHandle d2i_PUBKEY(nint reuse, byte** der, CLong length);

    [LibraryImport(Name)]
    internal static partial EvpKeyHandle d2i_AutoPrivateKey(nint reuse, byte** der, CLong length);

    [LibraryImport(Name)]
    internal static partial void EVP_PKEY_free(nint key);

    [LibraryImport(Name)]
    private static partial nint EVP_PKEY_CTX_new(EvpKeyHandle key, nint engine);

    [LibraryImport(Name)]
    private static partial void EVP_PKEY_CTX_free(nint context);

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_encrypt_init(nint context);

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_encrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_decrypt_init(nint context);

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_decrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    /// <summary>Raw RSA, without padding, as the trapdoor permutation needs it: with the public key or with the secret one.</summary>
    internal static void Exponentiate(EvpKeyHandle key, bool secretly, ReadOnlySpan<byte> value, Span<byte> result)
    {
        var context = EVP_PKEY_CTX_new(key, 0);
        try
        {
            nuint length = (nuint)result.Length;
            fixed (byte* input = value, output = result)
            {
                var done = (secretly ? EVP_PKEY_decrypt_init(context) : EVP_PKEY_encrypt_init(context)) > 0
                    && EVP_PKEY_CTX_ctrl(context, KeyTypeRsa, AnyOperation, ControlRsaPadding, NoPadding, 0) > 0
                    && (secretly
                        ? EVP_PKEY_decrypt(context, output, &length, input, (nuint)value.Length)
                        : EVP_PKEY_encrypt(context, output, &length, input, (nuint)value.Length)) > 0;
                if (!done)
                {
                    throw new CryptographicException("libcrypto could not do the modular exponentiation.");
                }
            }
        }
        finally
        {
            EVP_PKEY_CTX_free(context);
        }
    }

    [LibraryImport(Name)]
    private static partial int EVP_PKEY_CTX_ctrl(nint context, int keyType, int operation, int command, int value, nint data);

    private static nint Load()
    {
        foreach (var candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, typeof(Libcrypto).Assembly, null, out var handle))
            {
                NativeLibrary.SetDllImportResolver(typeof(Libcrypto).Assembly, Resolve);
                return handle;
            }
        }

        return 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == Name ? Handle : 0;
}
