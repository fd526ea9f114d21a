using System.Runtime.InteropServices;

namespace Quarantine.TestKit;

/// <summary>kill(2), for processes that the tests started.</summary>
internal static partial class PosixSignal
{
    private const int Terminate = 15;

    internal static void SendTerminate(int processId) => _ = kill(processId, Terminate);

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int kill(int processId, int signal);
}
