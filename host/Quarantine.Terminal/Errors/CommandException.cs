namespace Quarantine.Terminal.Errors;

/// <summary>Ends a command with a report for a person.</summary>
public sealed class CommandException(ErrorReport report, Exception? inner = null) : Exception(report.What, inner)
{
    public CommandException(ExitCode code, string what, string where, string next, Exception? inner = null)
        : this(new ErrorReport(code, what, where, next), inner)
    {
    }

    public ErrorReport Report { get; } = report;
}
