using System.Reflection;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Quarantine.Ethereum.Cryptography.Native;

/// <summary>Finds libsecp256k1 under the names that Debian and Raspberry Pi OS give it.</summary>
internal static class Secp256k1Library
{
    internal const string Name = "secp256k1";

    private static readonly string[] Candidates = ["libsecp256k1.so.1", "libsecp256k1.so.2", "libsecp256k1.so.0", "libsecp256k1.so", "secp256k1"];

    internal static void Register() =>
        NativeLibrary.SetDllImportResolver(typeof(Secp256k1Library).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Name)
        {
            return 0;
        }

        foreach (var candidate in Candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, path, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException("libsecp256k1 is not installed. On Debian or Raspberry Pi OS: apt-get install libsecp256k1-1 (Debian 13: libsecp256k1-2).");
    }
}
