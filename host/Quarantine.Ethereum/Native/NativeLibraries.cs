using System.Reflection;
using System.Runtime.InteropServices;
using Quarantine.Ethereum.Cryptography.Native;
using Quarantine.Ethereum.Keystore.Native;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Quarantine.Ethereum.Native;

/// <summary>
/// Finds the native libraries of this assembly under the names that Debian and Raspberry Pi OS give them: an assembly can have one
/// resolver only, so they share it.
/// </summary>
internal static class NativeLibraries
{
    static NativeLibraries() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);

    /// <summary>Call before the first import.</summary>
    internal static void Register()
    {
        // The static constructor does it, once.
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name switch
    {
        Secp256k1Library.Name => Load(Secp256k1Library.Candidates, assembly, path, Secp256k1Library.Missing),
        LibcryptoLibrary.Name => Load(LibcryptoLibrary.Candidates, assembly, path, LibcryptoLibrary.Missing),
        _ => 0,
    };

    private static nint Load(ReadOnlySpan<string> candidates, Assembly assembly, DllImportSearchPath? path, string missing)
    {
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException(missing);
    }
}
