namespace Quarantine.Gateway.Provisioning.Files;

/// <summary>Whether nobody but root can change or replace a file or folder.</summary>
internal static class RootsAlone
{
    private const uint Root = 0;
    private const UnixFileMode Foreign = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Throws <see cref="ProvisioningException"/> where somebody can; what is missing is judged by the folder that it would be made in.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="what">What it is to this program.</param>
    /// <param name="next">What to do where its place is the wrong one.</param>
    public static void Require(string path, string what, string next)
    {
        for (var part = path; part is not null; part = Path.GetDirectoryName(part))
        {
            if (Path.Exists(part) && !Is(part, isFolderAbove: part != path))
            {
                throw new ProvisioningException(
                    $"Run as root, this command trusts {what}, but others than root can change it: {path}",
                    part,
                    $"{next} It, and each folder above it, must be root's, writable by nobody else and no symbolic link. Or run the command as the user that it belongs to.");
            }
        }
    }

    /// <summary>In a sticky folder, such as /tmp, nobody renames or deletes what is another's.</summary>
    private static bool Is(string path, bool isFolderAbove)
    {
        var mode = File.GetUnixFileMode(path);
        return FileOwner.Of(path).User == Root
            && new FileInfo(path).LinkTarget is null
            && ((mode & Foreign) == UnixFileMode.None || (isFolderAbove && mode.HasFlag(UnixFileMode.StickyBit)));
    }
}
