using System.CommandLine;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Terminal.Commands;

/// <summary>A command that does something. It parses, calls and renders; what it throws is told by <see cref="TerminalProgram"/>.</summary>
#pragma warning disable CA1010 // Command is enumerable only so that it can be written with a collection initializer.
public abstract class ProgramCommand : Command
#pragma warning restore CA1010
{
    protected ProgramCommand(ProgramContext context, string name, string description)
        : base(name, description)
    {
        Context = context;
        SetAction(async (parse, cancellationToken) =>
        {
            var output = new CommandOutput(context, parse.GetValue<bool>(TerminalProgram.JsonOption));
            return (int)await RunAsync(parse, output, cancellationToken).ConfigureAwait(false);
        });
    }

    protected ProgramContext Context { get; }

    protected abstract Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken);
}
