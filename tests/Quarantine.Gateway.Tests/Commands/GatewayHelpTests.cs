using System.CommandLine;
using Quarantine.Gateway.Commands;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Commands;

public sealed class GatewayHelpTests
{
    [Fact]
    public async Task Help_OfEveryCommand_IsAsAgreed()
    {
        using var terminal = new TestTerminal();
        var text = new List<string>();
        foreach (var path in Paths(GatewayProgram.Create(terminal.Context(TextWriter.Null, TextWriter.Null)).Root, []))
        {
            var result = await terminal.RunAsync(GatewayProgram.Create, [.. path, "--help"]);
            Assert.Equal(0, result.ExitCode);
            Assert.Empty(result.Error);
            text.Add($"$ quarantine-gateway {string.Join(' ', [.. path, "--help"])}\n{Own(result.Output)}");
        }

        GoldenText.Check("help", string.Join('\n', text));
    }

    private static IEnumerable<string[]> Paths(Command command, string[] path) =>
        command.Subcommands.SelectMany(child => Paths(child, [.. path, child.Name])).Prepend(path);

    /// <summary>The program's name follows the process, which is the test's.</summary>
    private static string Own(string help) => help.Replace(RootCommand.ExecutableName, "quarantine-gateway", StringComparison.Ordinal);
}
