using System.Reflection;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Quarantine.Messages.Mqtt.Native;

/// <summary>Finds libmosquitto under the names that Debian and Raspberry Pi OS give it, and initialises it once.</summary>
internal static class MosquittoLibrary
{
    internal const string Name = "mosquitto";

    private static readonly string[] Candidates = ["libmosquitto.so.1", "libmosquitto.so", "libmosquitto.1.dylib"];

    private static readonly Lazy<int> Initialised = new(Initialise);

    /// <summary>Loads the library; throws <see cref="DllNotFoundException"/> that says what to install.</summary>
    internal static void Require() => MosquittoError.ThrowIfFailed(Initialised.Value, "libmosquitto could not be initialised");

    private static int Initialise()
    {
        NativeLibrary.SetDllImportResolver(typeof(MosquittoLibrary).Assembly, Resolve);
        return MosquittoNative.mosquitto_lib_init();
    }

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

        throw new DllNotFoundException("libmosquitto is not installed. On Debian or Raspberry Pi OS: apt-get install libmosquitto1.");
    }
}
