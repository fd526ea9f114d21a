using System.Security.Cryptography;
using Quarantine.Ethereum.Keystore.Native;
using Quarantine.Ethereum.Native;

namespace Quarantine.Ethereum.Keystore;

/// <summary>scrypt (RFC 7914) by OpenSSL's libcrypto: .NET has none.</summary>
internal static unsafe class Scrypt
{
    private const ulong SlackBytes = 1 << 20;

    static Scrypt() => NativeLibraries.Register();

    internal static void Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, ScryptParameters parameters, Span<byte> key)
    {
        ulong n = (ulong)parameters.N, r = (ulong)parameters.R, p = (ulong)parameters.P;

        // OpenSSL refuses more than 32 MiB unless it is told otherwise.
        var memory = (128 * r * (n + p + 2)) + SlackBytes;
        fixed (byte* w = password, s = salt, k = key)
        {
            // A null pointer would ask OpenSSL to check the parameters only.
            byte none = 0;
            var pass = w is null ? &none : w;
            if (LibcryptoNative.EVP_PBE_scrypt(pass, (nuint)password.Length, s, (nuint)salt.Length, n, r, p, memory, k, (nuint)key.Length) != 1)
            {
                throw new CryptographicException($"scrypt needs {memory} bytes of memory, which libcrypto did not get.");
            }
        }
    }
}
