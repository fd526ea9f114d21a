using Quarantine.Ethereum.Cryptography;
using Quarantine.Worker.Desk;
using Quarantine.Worker.Inbox;

namespace Quarantine.Worker.Tests.Inbox;

public sealed class SealedInboxTests : IDisposable
{
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("quarantine-inbox-").FullName, "inbox");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Fact]
    public void Find_WhatWasKept_IsTheSameAlsoAfterARestart()
    {
        byte[] message = [1, 2, 3];
        new SealedInbox(_folder).Keep(message);
        new SealedInbox(_folder).Keep(message);

        var inbox = new SealedInbox(_folder);
        Assert.Equal(message, inbox.Find(Keccak256.Hash(message)));
        Assert.Equal(message, Assert.Single(inbox.All()));
        Assert.Null(inbox.Find(Keccak256.Hash([9])));
    }

    [Fact]
    public void Find_AnAlteredOversizedOrForeignFile_IsLeftOut()
    {
        byte[] message = [1, 2, 3];
        var inbox = new SealedInbox(_folder);
        inbox.Keep(message);
        var path = Assert.Single(Directory.GetFiles(_folder));
        File.WriteAllBytes(Path.Combine(_folder, "note.sealed"), [1]);
        File.WriteAllBytes(path, [1, 2, 4]);
        Assert.Null(inbox.Find(Keccak256.Hash(message)));
        Assert.Empty(inbox.All());

        File.WriteAllBytes(path, new byte[WorkerDesk.LargestMessage + 1]);
        Assert.Null(inbox.Find(Keccak256.Hash(message)));
        Assert.Empty(inbox.All());
    }

    [Fact]
    public void Constructor_OnUnix_MakesAFolderForItsOwnerOnly()
    {
        _ = new SealedInbox(_folder);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder));
    }
}
