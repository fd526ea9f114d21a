using System.Reflection;
using System.Runtime.InteropServices;

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
    internal static partial nint EVP_PKEY_CTX_new(EvpKeyHandle key, nint engine);

    [LibraryImport(Name)]
    internal static partial void EVP_PKEY_CTX_free(nint context);

    [LibraryImport(Name)]
    internal static partial int EVP_PKEY_encrypt_init(nint context);

    [LibraryImport(Name)]
    internal static partial int EVP_PKEY_encrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    [LibraryImport(Name)]
    internal static partial int EVP_PKEY_decrypt_init(nint context);

    [LibraryImport(Name)]
    internal static partial int EVP_PKEY_decrypt(nint context, byte* output, nuint* outputLength, byte* input, nuint inputLength);

    /// <summary>Raw RSA: no padding, as the trapdoor permutation needs it.</summary>
    internal static bool TrySetNoPadding(nint context) =>
        EVP_PKEY_CTX_ctrl(context, KeyTypeRsa, AnyOperation, ControlRsaPadding, NoPadding, 0) > 0;

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
