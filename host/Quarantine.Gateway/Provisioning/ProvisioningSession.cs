using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Provisioning.Broker;
using Quarantine.Gateway.Provisioning.Files;
using Quarantine.Gateway.Provisioning.Nodes;

namespace Quarantine.Gateway.Provisioning;

/// <summary>
/// One command's work on a house's register, with nobody else at it. A change of a node is noted on disk, its own files are written, the
/// register is replaced, and what follows from it is written. Whatever moment a power cut chooses: the next session takes back what had not
/// reached the register, and completes what had.
/// </summary>
public sealed class ProvisioningSession : IDisposable
{
    private readonly string _house;
    private readonly FileStream _lock;

    private ProvisioningSession(string house, GatewayFiles files, FileChanges changes, FileStream guard) =>
        (_house, Files, Changes, _lock) = (house, files, changes, guard);

    public GatewayFiles Files { get; }

    public FileChanges Changes { get; }

    public HouseRegister Register { get; private set; } = new();

    /// <summary>The change of an interrupted command that this session completed or took back when it began; null for none.</summary>
    public PendingChange? Recovered { get; private set; }

    /// <summary>Whether that was a removal which is now complete.</summary>
    public bool RecoveredRemovalOf(string node) => Recovered is { IsRemoval: true } change && change.Node == node && Register.Find(node) is null;

    /// <summary>Whether the broker's files were changed, so that it must read them again.</summary>
    public bool BrokerChanged { get; private set; }

    /// <summary>Waits for nobody: throws <see cref="ProvisioningException"/> where another command is at work.</summary>
    public static ProvisioningSession Open(string house, GatewayFiles files, FileChanges changes)
    {
        changes.CreateSharedFolder(files.HouseDirectory);
        var session = new ProvisioningSession(house, files, changes, Lock(files.ProvisioningLock));
        try
        {
            session.Begin();
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>Adds a node in all places or in none.</summary>
    /// <param name="node">Its entry.</param>
    /// <param name="writeFiles">Writes the files to flash into the folder that it is given.</param>
    /// <param name="key">Content of the gateway's file with the node's key.</param>
    internal void Add(RegisteredNode node, Action<FileChanges, string> writeFiles, ReadOnlySpan<byte> key)
    {
        var pending = new PendingChange(IsRemoval: false, node.Id, node.Folder, StagingOf(node.Folder));
        try
        {
            Note(pending);
            writeFiles(Changes, pending.Staging);
            Changes.RenameFolder(pending.Staging, pending.Folder);
            Changes.CreateSharedFolder(Files.NodeKeys);
            Changes.WriteShared(Files.NodeKey(node.Id), key);
            Commit(Register.With(node));
            Complete(pending);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            TakeBackQuietly(pending);
            throw;
        }
    }

    /// <summary>Removes a node from the register, and then from everywhere else; where that fails, the next session goes on with it.</summary>
    internal void Remove(RegisteredNode node)
    {
        var pending = new PendingChange(IsRemoval: true, node.Id, node.Folder, "");
        Note(pending);
        Commit(Register.Without(node.Id));
        Complete(pending);
    }

    /// <summary>Replaces the broker's entry, and writes what follows from it.</summary>
    internal void SetBroker(RegisteredBroker broker)
    {
        Commit(Register with { Broker = broker });
        UpdateBroker();
    }

    private static FileStream Lock(string path)
    {
        try
        {
            var guard = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            FileOwner.Copy(Path.GetDirectoryName(path)!, path);
            return guard;
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new ProvisioningException(
                "Another command changes this house's nodes or broker at this moment.", path, "Wait until it has ended, then repeat the command.", exception);
        }
    }

    /// <summary>In the same parent, so that giving it its name is one step.</summary>
    private static string StagingOf(string folder) => Path.Combine(Path.GetDirectoryName(folder)!, $".{Path.GetFileName(folder)}.unfinished");

    private void Begin()
    {
        Register = ProvisioningFile.Load(Files.Register, ProvisioningJson.Default.HouseRegister) ?? Register;
        Recovered = ProvisioningFile.Load(Files.PendingChange, ProvisioningJson.Default.PendingChange);
        if (Recovered is { } pending && pending.IsRemoval == (Register.Find(pending.Node) is not null))
        {
            TakeBack(pending);
        }
        else if (Recovered is not null)
        {
            Complete(Recovered);
        }
        else
        {
            UpdateBroker();
        }
    }

    private void Note(PendingChange pending) =>
        Changes.Write(Files.PendingChange, ProvisioningFile.Encode(pending, ProvisioningJson.Default.PendingChange));

    private void Commit(HouseRegister register)
    {
        Changes.WriteShared(Files.Register, ProvisioningFile.Encode(register, ProvisioningJson.Default.HouseRegister));
        Register = register;
    }

    private void Complete(PendingChange pending)
    {
        UpdateBroker();
        if (pending.IsRemoval)
        {
            Changes.Delete(Files.NodeKey(pending.Node));
            DeviceFolder.Delete(Changes, pending.Folder);
        }

        Changes.Delete(Files.PendingChange);
    }

    /// <summary>As if the change had not been begun.</summary>
    private void TakeBack(PendingChange pending)
    {
        if (!pending.IsRemoval)
        {
            if (Register.Find(pending.Node) is not null)
            {
                Commit(Register.Without(pending.Node));
            }

            Changes.Delete(Files.NodeKey(pending.Node));
            DeviceFolder.Delete(Changes, pending.Staging);
            DeviceFolder.Delete(Changes, pending.Folder);
        }

        UpdateBroker();
        Changes.Delete(Files.PendingChange);
    }

    /// <summary>The failure that led here is what the person is told; what this leaves undone, the next session does.</summary>
    private void TakeBackQuietly(PendingChange pending)
    {
        try
        {
            TakeBack(pending);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Noted on disk.
        }
    }

    private void UpdateBroker()
    {
        if (Register.Broker is { } broker)
        {
            BrokerChanged |= new BrokerFolder(broker.Directory).Update(_house, Register, Changes);
        }
    }
}
