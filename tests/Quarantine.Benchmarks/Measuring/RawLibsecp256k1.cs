using System.Runtime.InteropServices;

namespace Quarantine.Benchmarks.Measuring;

/// <summary>libsecp256k1 called bare: the limit that this library's figures are held against.</summary>
internal static unsafe partial class RawLibsecp256k1
{
    private const string Name = "secp256k1";

    private static readonly string[] Candidates = ["libsecp256k1.so.1", "libsecp256k1.so.2"];

    private static readonly nint Context = CreateContext();

    /// <summary>The opaque public key that 32 + 64 bytes and a recovery id name.</summary>
    internal static bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature, int recoveryId)
    {
        var opaque = stackalloc byte[65];
        var key = stackalloc byte[64];
        fixed (byte* d = digest, s = signature)
        {
            return secp256k1_ecdsa_recoverable_signature_parse_compact(Context, opaque, s, recoveryId) == 1
                && secp256k1_ecdsa_recover(Context, key, opaque, d) == 1;
        }
    }

    /// <summary>secret * G, as an opaque public key of 64 bytes.</summary>
    internal static bool TryCreate(ReadOnlySpan<byte> secret, Span<byte> key)
    {
        fixed (byte* s = secret, k = key)
        {
            return secp256k1_ec_pubkey_create(Context, k, s) == 1;
        }
    }

    /// <summary>SHA-256 of the compressed point secret * key.</summary>
    internal static bool TryEcdh(ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret)
    {
        var shared = stackalloc byte[32];
        fixed (byte* s = secret, k = key)
        {
            return secp256k1_ecdh(Context, shared, k, s, 0, null) == 1;
        }
    }

    private static nint CreateContext()
    {
        NativeLibrary.SetDllImportResolver(typeof(RawLibsecp256k1).Assembly, static (name, assembly, path) =>
        {
            nint handle = 0;
            return name == Name && Candidates.Any(candidate => NativeLibrary.TryLoad(candidate, assembly, path, out handle)) ? handle : 0;
        });
        return secp256k1_context_create(1);
    }

    [LibraryImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint secp256k1_context_create(uint flags);

    [LibraryImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int secp256k1_ecdsa_recoverable_signature_parse_compact(nint context, byte* signature, byte* input64, int recoveryId);

    [LibraryImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int secp256k1_ecdsa_recover(nint context, byte* key, byte* signature, byte* digest);

    [LibraryImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int secp256k1_ec_pubkey_create(nint context, byte* key, byte* secret);

    [LibraryImport(Name)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int secp256k1_ecdh(nint context, byte* output, byte* key, byte* secret, nint hashFunction, void* data);
}
