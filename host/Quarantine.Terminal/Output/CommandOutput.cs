using Quarantine.Terminal.Commands;
using Spectre.Console;

namespace Quarantine.Terminal.Output;

/// <summary>
/// Where a command writes. Results go to standard output, as text or as JSON; what happens meanwhile goes to standard error, so that the
/// output of <c>--json</c> is nothing but JSON. Thread-safe.
/// </summary>
public sealed class CommandOutput
{
    /// <summary>So wide that nothing is broken into lines: a terminal wraps by itself, and what is copied from it stays whole.</summary>
    private const int NeverWrap = 4096;

    private readonly Lock _gate = new();
    private readonly ProgramContext _context;
    private readonly IAnsiConsole _console;
    private readonly IAnsiConsole _progress;

    public CommandOutput(ProgramContext context, bool json)
    {
        ArgumentNullException.ThrowIfNull(context);
        _context = context;
        IsJson = json;
        _console = Create(context.Output, context.OutputIsTerminal && !context.IsColourUnwanted);
        _progress = Create(context.Error, context.ErrorIsTerminal && !context.IsColourUnwanted);
    }

    public bool IsJson { get; }

    /// <summary>A command's one result.</summary>
    public void Show(IRendering result) => Write(result, indented: true);

    /// <summary>One of many results that come one after another; as JSON one line each.</summary>
    public void ShowNext(IRendering result)
    {
        Write(result, indented: false);
    }

    /// <summary>A line to standard error, for whoever watches; where that is closed nobody does, and nothing happens.</summary>
    public void Note(string text)
    {
        lock (_gate)
        {
            try
            {
                _progress.WriteLine(PlainText.Of(text), new Style(decoration: Decoration.Dim));
            }
            catch (Exception exception) when (exception is IOException or ObjectDisposedException)
            {
                // May be called from a library's own thread, where an exception would end the process.
            }
        }
    }

    /// <summary>Shows on standard error that something takes its time.</summary>
    public async Task<T> WhileAsync<T>(string doing, Func<Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (_context.ErrorIsTerminal)
        {
            return await _progress.Status().StartAsync(Markup.Escape(doing), _ => work()).ConfigureAwait(false);
        }

        Note(doing);
        return await work().ConfigureAwait(false);
    }

    private void Write(IRendering result, bool indented)
    {
        ArgumentNullException.ThrowIfNull(result);
        lock (_gate)
        {
            if (IsJson)
            {
                _context.Output.WriteLine(indented ? JsonText.Indented(result.WriteJson) : JsonText.Compact(result.WriteJson));
            }
            else
            {
                result.WriteText(_console);
            }

            _context.Output.Flush();
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool colours)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colours ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = colours ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = NeverWrap;
        return console;
    }
}
