using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Tests.Errors;
using Quarantine.TestKit.Programs;

namespace Quarantine.Terminal.Tests.Commands;

public sealed class TerminalProgramTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData]
    [InlineData("unknown")]
    [InlineData("fail", "--nothing")]
    [InlineData("fail", "extra")]
    [InlineData("@/etc/passwd")]
    public async Task RunAsync_AWrongCommandLine_IsUsageWithTheHelpToSee(params string[] arguments)
    {
        var result = await _terminal.RunAsync(FailingProgram.Create, arguments);
        Assert.Equal((int)ExitCode.Usage, result.ExitCode);
        Assert.StartsWith("Error: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("See: failing", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsWith130AndSaysSo()
    {
        using var stop = new CancellationTokenSource();
        var run = _terminal.RunAsync(FailingProgram.Create, ["wait"], stop.Token);
        await stop.CancelAsync();
        var result = await run;
        Assert.Equal(130, result.ExitCode);
        Assert.Contains("Stopped before the work was done.", result.Error, StringComparison.Ordinal);
    }
}
