using Quarantine.Firmware.Core;

namespace Quarantine.Firmware.Tests.Storage;

public sealed class PendingHelpTests
{
    private readonly FlashStorage _storage = new();

    [Fact]
    public void Note_Pending_OutlivesTheBootUntilItIsTaken()
    {
        Assert.False(new PendingHelp(_storage).Pending);
        Assert.True(new PendingHelp(_storage).Note(true));
        Assert.True(new PendingHelp(_storage).Pending);
        Assert.True(new PendingHelp(_storage).Note(false));
        Assert.False(new PendingHelp(_storage).Pending);
    }

    [Fact]
    public void Note_Unchanged_DoesNotWearTheFlash()
    {
        var help = new PendingHelp(_storage);
        help.Note(false);
        help.Note(true);
        help.Note(true);
        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public void Pending_CorruptFile_CountsAsACall()
    {
        _storage.Files["help"] = [1, 2, 3];
        var help = new PendingHelp(_storage);
        Assert.Equal((true, true), (help.Pending, help.Damaged));
    }

    [Fact]
    public void NoteRetry_OverBoots_CountsUpToItsLimitAndWearsTheFlashNoMore()
    {
        new PendingHelp(_storage).Note(true);
        for (var retry = 1; retry <= PendingHelp.MaximumRetries + 2; retry++)
        {
            Assert.True(new PendingHelp(_storage).NoteRetry());
            var read = new PendingHelp(_storage);
            Assert.Equal((true, Math.Min(retry, PendingHelp.MaximumRetries)), (read.Pending, read.Retries));
        }

        Assert.Equal(1 + PendingHelp.MaximumRetries, _storage.Writes);
        var help = new PendingHelp(_storage);
        help.Note(false);
        help.Note(true);
        Assert.Equal((0, 0), (help.Retries, new PendingHelp(_storage).Retries));
    }

    [Fact]
    public void NoteRetry_NothingPending_WritesNothing()
    {
        Assert.True(new PendingHelp(_storage).NoteRetry());
        Assert.Equal(0, _storage.Writes);
    }

    [Fact]
    public void Note_StorageFull_SaysSoAndStillPends()
    {
        _storage.Full = true;
        var help = new PendingHelp(_storage);
        Assert.False(help.Note(true));
        Assert.True(help.Pending);
    }
}
