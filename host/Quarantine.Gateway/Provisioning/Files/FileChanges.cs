namespace Quarantine.Gateway.Provisioning.Files;

/// <summary>
/// Changes files so that a power cut leaves the old content or the new one, never a part, and so that only their owner reads them. A fresh
/// file belongs to its folder's owner where this process may give it away. One user at a time: sessions hold a lock.
/// </summary>
/// <param name="before">Told before each change what it is; a test throws from it, as a power cut would end the program there.</param>
public sealed class FileChanges(Action<string>? before = null)
{
    private const UnixFileMode OwnerFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
    private const UnixFileMode OwnerFolder = OwnerFile | UnixFileMode.UserExecute;

    /// <summary>Replaces or makes a file; its owner stays.</summary>
    public void Write(string path, ReadOnlySpan<byte> content) => Write(path, content, OwnerFile);

    /// <summary>As <see cref="Write(string, ReadOnlySpan{byte})"/>, but its group reads it where the folder's group reads the folder: root writes what a service reads.</summary>
    public void WriteShared(string path, ReadOnlySpan<byte> content) => Write(path, content, OwnerFile | (SharedBy(Path.GetDirectoryName(path)!) & UnixFileMode.GroupRead));

    /// <summary>Replaces a file that a person made; owner, and whether the group reads it, stay.</summary>
    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        if (!content.SequenceEqual(File.ReadAllBytes(path)))
        {
            Write(path, content, OwnerFile | (File.GetUnixFileMode(path) & UnixFileMode.GroupRead));
        }
    }

    /// <summary>As <see cref="Write(string, ReadOnlySpan{byte})"/>, but leaves a file alone that says this already; whether it was changed.</summary>
    public bool Update(string path, ReadOnlySpan<byte> content)
    {
        if (File.Exists(path) && content.SequenceEqual(File.ReadAllBytes(path)))
        {
            return false;
        }

        Write(path, content);
        return true;
    }

    /// <summary>Deletes a file, and what an interrupted writing of it left; does nothing where there is neither.</summary>
    public void Delete(string path)
    {
        var fresh = Fresh(path);
        if (File.Exists(path) || File.Exists(fresh))
        {
            before?.Invoke($"delete {path}");
            File.Delete(path);
            File.Delete(fresh);
            FileOwner.Sync(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Makes a folder that only its owner enters; one that is there stays as it is.</summary>
    public void CreateFolder(string path) => CreateFolder(path, OwnerFolder);

    /// <summary>As <see cref="CreateFolder(string)"/>, but the group of the folder above enters it where it enters that.</summary>
    public void CreateSharedFolder(string path) => CreateFolder(path, OwnerFolder | SharedBy(Path.GetDirectoryName(path)!));

    /// <summary>Renames a folder within its parent; throws where the new name is taken.</summary>
    public void RenameFolder(string path, string name)
    {
        before?.Invoke($"rename {path}");
        Directory.Move(path, name);
        FileOwner.Sync(Path.GetDirectoryName(name)!);
    }

    /// <summary>Deletes a folder where it is empty.</summary>
    public void DeleteEmptyFolder(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
        {
            before?.Invoke($"delete {path}");
            Directory.Delete(path);
        }
    }

    private static UnixFileMode SharedBy(string folder) =>
        File.GetUnixFileMode(folder) is var mode && (mode & Others) == UnixFileMode.None ? mode & (UnixFileMode.GroupRead | UnixFileMode.GroupExecute) : UnixFileMode.None;

    private static string Fresh(string path) => $"{path}.new";

    private static FileStreamOptions Exclusive(UnixFileMode mode) => new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.Write,
        Share = FileShare.None,
        UnixCreateMode = mode,
    };

    private void Write(string path, ReadOnlySpan<byte> content, UnixFileMode mode)
    {
        before?.Invoke($"write {path}");
        var folder = Path.GetDirectoryName(path)!;
        var fresh = Fresh(path);
        try
        {
            File.Delete(fresh);
            using (var stream = new FileStream(fresh, Exclusive(mode)))
            {
                FileOwner.Copy(File.Exists(path) ? path : folder, fresh);
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(fresh, path, overwrite: true);
        }
        finally
        {
            File.Delete(fresh);
        }

        FileOwner.Sync(folder);
    }

    private void CreateFolder(string path, UnixFileMode mode)
    {
        if (!Directory.Exists(path))
        {
            before?.Invoke($"make {path}");
            var parent = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(path, mode);
            FileOwner.Copy(parent, path);
            FileOwner.Sync(parent);
        }
    }
}
