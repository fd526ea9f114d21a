using System.CommandLine;
using Quarantine.Terminal.Errors;

namespace Quarantine.Terminal.Commands;

/// <summary>
/// A console program: its commands, how they are run, and how their failures are told. Ctrl-C (SIGINT) and SIGTERM cancel the command, which
/// then has ten seconds to end; after that the process is ended with 130 or 143.
/// </summary>
public sealed class TerminalProgram
{
    /// <summary>Name of the option that every command has.</summary>
    public const string JsonOption = "--json";

    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(10);

    private readonly ProgramContext _context;
    private readonly IReadOnlyList<ErrorTranslation> _translations;
    private readonly string _name;

    /// <param name="name">As it is typed.</param>
    /// <param name="description">For the help.</param>
    /// <param name="context">What surrounds it.</param>
    /// <param name="translations">What to say of the exceptions of the program's own libraries.</param>
    public TerminalProgram(string name, string description, ProgramContext context, params IReadOnlyList<ErrorTranslation> translations)
    {
        _name = name;
        _context = context;
        _translations = translations;
        Root = new RootCommand(description)
        {
            new Option<bool>(JsonOption) { Description = "Write results as JSON.", Recursive = true },
        };
    }

    public RootCommand Root { get; }

    /// <summary>Runs the command line; the exit code, an <see cref="ExitCode"/>. Throws nothing that a command throws.</summary>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        // Known even where parsing fails.
        var json = arguments.Contains(JsonOption, StringComparer.Ordinal);
        try
        {
            var parse = Root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return parse.Errors.Count > 0
                ? Fail(Misused(parse), json)
                : await parse.InvokeAsync(Invocation(), cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // The last place that can tell a person what happened.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail(ErrorTranslator.Translate(exception, _translations), json);
        }
    }

    private InvocationConfiguration Invocation() => new()
    {
        Output = _context.Output,
        Error = _context.Error,
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeToEnd,
    };

    private int Fail(ErrorReport report, bool json)
    {
        ErrorRenderer.Write(_context.Error, report, json);
        return (int)report.Code;
    }

    private ErrorReport Misused(ParseResult parse)
    {
        var what = string.Join(' ', parse.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal));
        var names = parse.CommandResult.Command == Root ? [] : Path(parse.CommandResult.Command);
        return new ErrorReport(ExitCode.Usage, what, "", $"See: {string.Join(' ', [_name, .. names, "--help"])}");
    }

    private IEnumerable<string> Path(Command command) =>
        command.Parents.OfType<Command>().Where(parent => parent != Root).SelectMany(Path).Append(command.Name);
}
