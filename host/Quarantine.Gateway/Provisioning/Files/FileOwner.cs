using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Quarantine.Gateway.Provisioning.Files;

/// <summary>
/// Owners of files, which .NET does not know. Whoever provisions is root; the files are the broker's and the gateway's, who run as users of
/// their own, and Mosquitto warns of files that are not its own.
/// </summary>
internal static unsafe partial class FileOwner
{
    private const string Library = "libc.so.6";
    private const int CurrentFolder = -100;
    private const int NoFollow = 0x100;
    private const uint UserAndGroup = 0x18;
    private const int ReadOnlyAndNotInherited = 0x80000;

    /// <summary>Gives a file to the owner of another, where this process may and need do so.</summary>
    public static void Copy(string from, string to)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        var (user, group) = Of(from);
        if ((user, group) != Of(to))
        {
            Require(lchown(to, user, group), to);
        }
    }

    /// <summary>User and group, by number.</summary>
    public static (uint User, uint Group) Of(string path)
    {
        Status status = default;
        Require(statx(CurrentFolder, path, NoFollow, UserAndGroup, &status), path);
        return (status.User, status.Group);
    }

    /// <summary>Makes a folder's entries durable: a file that was renamed into it survives a power cut.</summary>
    public static void Sync(string folder)
    {
        var descriptor = open(folder, ReadOnlyAndNotInherited);
        Require(descriptor, folder);
        var outcome = fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = close(descriptor);
        if (outcome < 0)
        {
            throw Failure(error, folder);
        }
    }

    private static void Require(int outcome, string path)
    {
        if (outcome < 0)
        {
            throw Failure(Marshal.GetLastPInvokeError(), path);
        }
    }

    private static IOException Failure(int error, string path) => new($"{new Win32Exception(error).Message}: {path}");

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int statx(int folder, string path, int flags, uint mask, Status* status);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int lchown(string path, uint user, uint group);

    [LibraryImport(Library, SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int open(string path, int flags);

    [LibraryImport(Library, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int fsync(int descriptor);

    [LibraryImport(Library, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int close(int descriptor);

    /// <summary>The kernel's <c>struct statx</c>, the same on every processor (statx(2)).</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;
    }
}
