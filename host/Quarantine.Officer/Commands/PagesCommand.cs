using System.CommandLine;
using System.Globalization;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Cuts the queue into ring pages.</summary>
internal sealed class PagesCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<ulong[]> _dissolve = TypedOption.Several<ulong>(
        "--dissolve", "Page whose members are cut anew together with the queue; may be given several times.", "PAGE", TryParsePage, "a page's number");

    public PagesCommand(ProgramContext context)
        : base(context, "pages", "Close the queue, wait for the seed block, and cut ring pages, in force from the next day on.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_dissolve);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var cut = await output.WhileAsync(
            "Closing the queue, waiting for the seed block and cutting pages ...",
            () => session.Office.CutPagesAsync(communityId, parse.GetValue(_dissolve), cancellationToken));
        var pages = new Listing("Pages cut", ("Page", "page"), ("From", "fromSlot"), ("Ring", "codeHash"));
        foreach (var page in cut)
        {
            pages.Add(FactValue.Of(page.Index), FactValue.OfSlot(page.FromSlot), FactValue.Of(page.CodeHash.ToString()));
        }

        output.Show(new Facts().Add("Community", "community", FactValue.OfCommunity(communityId)).Add("pages", pages));
        return ExitCode.Success;
    }

    private static bool TryParsePage(string text, out ulong page) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page);
}
