using System.Diagnostics;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.TestKit;

public sealed class GuardedProcessTests
{
    [Fact]
    public async Task ReadLineAsync_OutputAndError_GivesBothAndThenNull()
    {
        await using var process = await GuardedProcess.StartAsync(["sh", "-c", "echo one; echo two >&2"]);
        Assert.Equal("one", await process.ReadLineAsync());
        Assert.Equal("two", await process.ReadLineAsync());
        Assert.Null(await process.ReadLineAsync());
    }

    /// <summary>A parent that is killed cannot clean up: its child ends all the same.</summary>
    [Fact]
    public async Task Guard_ParentIsKilled_ChildEnds()
    {
        var folder = Directory.CreateTempSubdirectory("quarantine-guard-");
        try
        {
            // The outer shell stands for the test process: it holds the guard's standard input open until it is killed.
            const string Parent = "mkfifo \"$0\"; sh -c \"$1\" guard sleep 1000 <\"$0\" & exec 9>\"$0\"; wait";
            await using var parent = await GuardedProcess.StartAsync(["sh", "-c", Parent, Path.Combine(folder.FullName, "input"), GuardedProcess.Guard]);
            using var child = Process.GetProcessById(int.Parse((await parent.ReadLineAsync())!));
            Assert.False(child.HasExited);
            await parent.KillAsync();
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            await child.WaitForExitAsync(timeout.Token);
            Assert.True(child.HasExited);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
