using System.Runtime.InteropServices;

namespace Quarantine.Ethereum.Keystore.Native;

/// <summary>The one function of libcrypto that is used, as declared in openssl/evp.h (1.1.0 and later). Returns 1 for success.</summary>
internal static unsafe partial class LibcryptoNative
{
    [LibraryImport(LibcryptoLibrary.Name)]
    internal static partial int EVP_PBE_scrypt(
        byte* password, nuint passwordLength, byte* salt, nuint saltLength, ulong n, ulong r, ulong p, ulong maximumMemory, byte* key, nuint keyLength);
}
