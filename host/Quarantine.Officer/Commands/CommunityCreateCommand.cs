using System.CommandLine;
using System.Globalization;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Creates a community.</summary>
internal sealed class CommunityCreateCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<TimeSpan> _offset = TypedOption.Required<TimeSpan>(
        "--utc-offset", "Local time minus UTC, -12:00 to +14:00. It never changes: days stay 24 hours.", "HH:MM", TryParseOffset, "an offset such as +08:00");

    private readonly Option<int> _pageSize = TypedOption.Number("--page-size", "Target number of keys of a ring.", 2, 63, 16);
    private readonly Option<int> _minimum = TypedOption.Number("--minimum-ring", "Fewest keys of a ring; at most the page size, and 65 together with it.", 2, 63, 8);

    public CommunityCreateCommand(ProgramContext context)
        : base(context, "create", "Create a community.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_offset);
        Options.Add(_pageSize);
        Options.Add(_minimum);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        var (pageSize, minimum) = ((byte)parse.GetValue(_pageSize), (byte)parse.GetValue(_minimum));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        await session.Office.CreateCommunityAsync(communityId, parse.GetValue(_offset), pageSize, minimum, cancellationToken);
        output.Show(new Facts("Community created")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Id", "id", communityId.ToString())
            .Add("Keys of a ring", "pageSize", pageSize)
            .Add("Fewest keys of a ring", "minimumRing", minimum));
        return ExitCode.Success;
    }

    private static bool TryParseOffset(string text, out TimeSpan offset)
    {
        offset = default;
        if (text.Length != 6 || text[0] is not ('+' or '-')
            || !TimeSpan.TryParseExact(text.AsSpan(1), "hh\\:mm", CultureInfo.InvariantCulture, out var hours))
        {
            return false;
        }

        offset = text[0] == '-' ? -hours : hours;
        return true;
    }
}
