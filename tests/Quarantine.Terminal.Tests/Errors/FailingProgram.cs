using System.CommandLine;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Tests.Errors;

/// <summary>A program with one command, which fails, and one that waits until it is cancelled.</summary>
internal static class FailingProgram
{
    internal static TerminalProgram Create(ProgramContext context)
    {
        var program = new TerminalProgram("failing", "Fails.", context);
        program.Root.Add(new Fail(context));
        program.Root.Add(new Wait(context));
        return program;
    }

#pragma warning disable CA1010 // As the class that they derive from.
    private sealed class Fail(ProgramContext context) : ProgramCommand(context, "fail", "Fails.")
    {
        protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken) =>
            throw new CommandException(ExitCode.Input, "What \u001b[31m happened.", "/some/where", "Do this.");
    }

    private sealed class Wait(ProgramContext context) : ProgramCommand(context, "wait", "Waits.")
    {
        protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
        {
            output.Note("waiting");
            await Task.Delay(Timeout.InfiniteTimeSpan, Context.Clock, cancellationToken);
            return ExitCode.Success;
        }
    }
}
