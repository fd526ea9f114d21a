using System.CommandLine;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Issues house numbers: verifies enrolment requests, signs, admits, and writes the signed house numbers.</summary>
internal sealed class IssueCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<DateOnly> _until = CommonOptions.Day("--until", "Release date: the quarantine ends when this local day begins.");
    private readonly Option<string> _folder = new("--out-dir") { Description = "Folder for the signed house numbers.", HelpName = "DIR", DefaultValueFactory = _ => "." };
    private readonly Argument<string[]> _requests = new("REQUEST") { Description = "Enrolment request files.", Arity = ArgumentArity.OneOrMore };

    public IssueCommand(ProgramContext context)
        : base(context, "issue", "Issue house numbers to the gateways of enrolment requests.")
    {
        Arguments.Add(_requests);
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_until);
        Options.Add(_folder);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        var requests = parse.GetValue(_requests)!.Select(EnrolmentRequestFile.Load).ToList();
        var folder = Directory.CreateDirectory(parse.GetValue(_folder)!).FullName;
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var release = await ReleaseAsync(session.Office.Registry, communityId, parse.GetValue(_until), cancellationToken);
        var written = new List<string>();
        try
        {
            // Written before they are sent: a house number that is admitted and lost could not be had again.
            var numbers = await output.WhileAsync($"Admitting {requests.Count} gateway(s) ...", () => session.Office.AdmitAsync(
                communityId, requests, release, number => written.Add(Write(folder, number)), cancellationToken));
            output.Show(Describe(communityId, release, numbers, written));
            return ExitCode.Success;
        }
        catch (RevertException) when (requests.Count == written.Count)
        {
            // All were refused together before anything was sent, unless an earlier batch went through.
            await DeleteRefusedAsync(session.Office.Registry, written, cancellationToken);
            throw;
        }
    }

    private async Task<DateTimeOffset> ReleaseAsync(RegistryView registry, Bytes32 communityId, DateOnly until, CancellationToken cancellationToken)
    {
        var settings = await registry.CommunityAsync(communityId, cancellationToken);
        var release = settings.Clock.StartOf(CommunityClock.SlotOf(until));
        return release > Context.Clock.GetUtcNow()
            ? release
            : throw new CommandException(ExitCode.Usage, "The release date has passed.", "--until", "Choose a later day.");
    }

    private static string Write(string folder, SignedHouseNumber number)
    {
        var path = Path.Combine(folder, $"house-number-{number.HouseNumber.Gateway}.json");
        HouseNumberFile.Save(path, number);
        return path;
    }

    private static async Task DeleteRefusedAsync(RegistryView registry, List<string> written, CancellationToken cancellationToken)
    {
        foreach (var path in written)
        {
            var number = HouseNumberFile.Load(path).HouseNumber;
            var registered = await registry.HouseNumberOfAsync(number.Gateway, cancellationToken);
            if (registered?.HouseNumber != number)
            {
                File.Delete(path);
            }
        }
    }

    private static Facts Describe(Bytes32 communityId, DateTimeOffset release, IReadOnlyList<SignedHouseNumber> numbers, IReadOnlyList<string> files)
    {
        var issued = new Listing("House numbers", ("Gateway", "gateway"), ("File", "file"));
        foreach (var (number, file) in numbers.Zip(files))
        {
            issued.Add(FactValue.Of(number.HouseNumber.Gateway.ToString()), FactValue.Of(file));
        }

        return new Facts("Issued")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Release", "expiresAt", FactValue.Of(release))
            .Add("houseNumbers", issued);
    }
}
