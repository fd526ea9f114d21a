using System.CommandLine;
using System.Globalization;
using Quarantine.Gateway.Replay;
using Quarantine.Messages.Communities;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Judges a recorded trace as a house is judged.</summary>
internal sealed class ReplayCommand : ProgramCommand
{
    private static readonly TimeSpan FarthestOffset = TimeSpan.FromHours(18);

    private readonly Option<string> _events = new("--events")
    {
        Description = "The trace: comma-separated values with the header time,sensor,value.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _out = new("--out") { Description = "Where the result goes, as JSON.", HelpName = "FILE", Required = true };

    private readonly Option<bool> _anonymous = new("--anonymous") { Description = "Write only what would be reported, and counts." };

    private readonly Option<TimeSpan> _offset = TypedOption.Optional<TimeSpan>(
        "--utc-offset", "Local time minus UTC, which says where days begin. Default: 00:00.", "[-]HH:MM", TryOffset,
        "an offset from -18:00 to 18:00", TimeSpan.Zero);

    private readonly PolicyArguments _policy;
    private readonly PresenceArguments _presence;

    public ReplayCommand(ProgramContext context)
        : base(context, "replay", "Judge a recorded trace by the code that judges a house.")
    {
        foreach (var option in (Option[])[_events, _out, _anonymous, _offset])
        {
            Options.Add(option);
        }

        _policy = new PolicyArguments(this);
        _presence = new PresenceArguments(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (policy, thresholds) = _policy.Read(parse);
        var options = new ReplayOptions(
            policy, thresholds, new CommunityClock(parse.GetValue(_offset)), _presence.Read(parse), parse.GetValue(_anonymous));
        var (events, target) = (parse.GetValue(_events)!, parse.GetValue(_out)!);
        var facts = await output.WhileAsync(
            $"Replaying {Path.GetFileName(events)}.", () => Task.Run(() => Replay(events, target, options, cancellationToken), cancellationToken));
        output.Show(facts);
        return ExitCode.Success;
    }

    private static Facts Replay(string events, string target, ReplayOptions options, CancellationToken cancellationToken)
    {
        using var trace = Open(events);
        using var document = new ReplayDocument(options);
        TraceCounts counts;
        try
        {
            counts = TraceReplay.Run(trace, options, document, cancellationToken);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCode.Input, exception.Message, events, "Give a file with the header time,sensor,value.", exception);
        }

        Save(target, document, counts);
        var facts = new Facts("Replay").Add("Accepted lines", "accepted", (ulong)counts.Accepted).Add("Dropped lines", "dropped", (ulong)counts.Dropped);
        facts.Add("Days", "days", (ulong)document.Days);
        return options.Anonymous ? facts : facts.Add("Trips", "trips", (ulong)document.Trips);
    }

    private static FileStream Open(string events)
    {
        try
        {
            return File.OpenRead(events);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Input, "The trace cannot be read.", events, "Give a file that exists and can be read.", exception);
        }
    }

    /// <summary>A result is whole or absent: it gets its name when it is complete.</summary>
    private static void Save(string target, ReplayDocument document, TraceCounts counts)
    {
        var partial = target + ".partial";
        try
        {
            using (var stream = File.Create(partial))
            {
                document.Write(stream, counts);
            }

            File.Move(partial, target, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCode.Input, "The result cannot be written.", target, "Give a file in a folder that can be written.", exception);
        }
    }

    private static bool TryOffset(string text, out TimeSpan offset)
    {
        var digits = text.TrimStart('+', '-');
        var ok = text.Length - digits.Length <= 1
            && TimeSpan.TryParseExact(digits, @"hh\:mm", CultureInfo.InvariantCulture, out offset)
            && offset <= FarthestOffset;
        offset = ok ? TimeSpan.ParseExact(digits, @"hh\:mm", CultureInfo.InvariantCulture) : default;
        offset = text.StartsWith('-') ? -offset : offset;
        return ok;
    }
}
