using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Inbox;

/// <summary>
/// Sealed messages in a folder, as they came, so that one command receives and another opens. Nothing readable is on the disk. At most so
/// many messages; the oldest make room.
/// </summary>
public sealed class SealedInbox
{
    /// <summary>Most messages that are kept.</summary>
    public const int Capacity = 4096;

    private const string Ending = ".sealed";

    private readonly DirectoryInfo _folder;

    /// <summary>Makes the folder, readable by its owner only, where there is none.</summary>
    public SealedInbox(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _folder = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(folder)
            : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Keeps a message; it is there whole or not at all.</summary>
    public void Keep(ReadOnlyMemory<byte> sealedMessage)
    {
        var path = PathOf(Keccak256.Hash(sealedMessage.Span));
        if (File.Exists(path))
        {
            return;
        }

        var temporary = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}.tmp";
        try
        {
            File.WriteAllBytes(temporary, sealedMessage.Span);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        MakeRoom();
    }

    /// <summary>The message with this hash; null where it is not kept, or its file was altered.</summary>
    public byte[]? Find(Bytes32 hash)
    {
        var path = PathOf(hash);
        return File.Exists(path) ? Read(path, hash) : null;
    }

    /// <summary>Every message, the oldest first. What does not hash to its name is left out.</summary>
    public IEnumerable<byte[]> All()
    {
        foreach (var file in Files())
        {
            if (Bytes32.TryParse(Path.GetFileNameWithoutExtension(file.Name), out var hash) && Read(file.FullName, hash) is { } message)
            {
                yield return message;
            }
        }
    }

    private static byte[]? Read(string path, Bytes32 hash)
    {
        if (new FileInfo(path).Length > WorkerDesk.LargestMessage)
        {
            return null;
        }

        var message = File.ReadAllBytes(path);
        return Keccak256.Hash(message) == hash ? message : null;
    }

    private string PathOf(Bytes32 hash) => Path.Combine(_folder.FullName, hash + Ending);

    private IEnumerable<FileInfo> Files() => _folder.EnumerateFiles($"*{Ending}").OrderBy(file => file.LastWriteTimeUtc).ThenBy(file => file.Name, StringComparer.Ordinal);

    private void MakeRoom()
    {
        var files = Files().ToList();
        foreach (var file in files.Take(Math.Max(0, files.Count - Capacity)))
        {
            file.Delete();
        }
    }
}
