using Quarantine.Gateway.Provisioning.Files;

namespace Quarantine.Gateway.Tests.Provisioning.Files;

public sealed class FileChangesTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-files-").FullName;
    private readonly FileChanges _changes = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Write_AFreshFileAndFolder_AreForTheirOwnerAlone()
    {
        var folder = Path.Combine(_folder, "keys");
        _changes.CreateFolder(folder);
        _changes.Write(Path.Combine(folder, "key"), "secret"u8);

        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(Path.Combine(folder, "key")));
        Assert.Equal(["key"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Write_OverAFileThatEverybodyReads_LeavesOneForItsOwnerAlone()
    {
        var path = Path.Combine(_folder, "key");
        File.WriteAllText(path, "old");
        File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.OtherRead);

        _changes.Write(path, "new"u8);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Write_AfterAnInterruptedOne_DoesNotFollowWhatLiesInTheWay()
    {
        var elsewhere = Path.Combine(_folder, "elsewhere");
        File.WriteAllText(elsewhere, "untouched");
        File.CreateSymbolicLink(Path.Combine(_folder, "key.new"), elsewhere);

        _changes.Write(Path.Combine(_folder, "key"), "new"u8);

        Assert.Equal("untouched", File.ReadAllText(elsewhere));
        Assert.Equal("new", File.ReadAllText(Path.Combine(_folder, "key")));
    }

    [Fact]
    public void Write_WhereItCannot_LeavesTheOldContentAndNoRest()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "taken", "by-a-folder"));

        Assert.ThrowsAny<Exception>(() => _changes.Write(Path.Combine(_folder, "taken"), "new"u8));

        Assert.Equal(["taken"], Directory.GetFileSystemEntries(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Update_TheSameContent_TouchesNothing()
    {
        var path = Path.Combine(_folder, "list");

        Assert.True(_changes.Update(path, "one"u8));
        Assert.False(new FileChanges(_ => throw new InvalidOperationException()).Update(path, "one"u8));
        Assert.True(_changes.Update(path, "two"u8));
    }

    /// <summary>Root provisions for users who run the broker and the gateway.</summary>
    [Fact]
    public void Write_AsRootInSomebodysFolder_GivesTheFileToThem()
    {
        var theirs = Path.Combine(_folder, "theirs");
        Directory.CreateDirectory(theirs);
        var owner = FileOwner.Of(theirs);
        if (Environment.IsPrivilegedProcess)
        {
            using var change = System.Diagnostics.Process.Start("chown", ["12345:23456", theirs]);
            change.WaitForExit();
            owner = (12345, 23456);
        }

        _changes.Write(Path.Combine(theirs, "key"), "one"u8);
        _changes.Write(Path.Combine(theirs, "key"), "two"u8);
        _changes.CreateFolder(Path.Combine(theirs, "folder"));

        Assert.Equal(owner, FileOwner.Of(Path.Combine(theirs, "key")));
        Assert.Equal(owner, FileOwner.Of(Path.Combine(theirs, "folder")));
    }
}
