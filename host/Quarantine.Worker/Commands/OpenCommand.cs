using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Emergencies;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Commands;

/// <summary>Opens an emergency, and shows what was checked of it.</summary>
internal sealed class OpenCommand : ProgramCommand
{
    private readonly DeskOpening _desk;
    private readonly InboxOption _inbox;
    private readonly Argument<Bytes32> _hash = CommonOptions.EmergencyHash();

    public OpenCommand(ProgramContext context)
        : base(context, "open", "Open an emergency and verify who calls. Exit code 7 where a check does not hold.")
    {
        Arguments.Add(_hash);
        _desk = new DeskOpening(this, context, opens: true);
        _inbox = new InboxOption(this);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var hash = parse.GetValue(_hash);
        using var session = await _desk.OpenAsync(parse, cancellationToken);
        await CaseLookup.RequireAsync(session.Desk, _inbox.Open(parse), hash, cancellationToken);
        var opened = await session.Desk.OpenAsync(hash, cancellationToken) ?? throw new CommandException(
            ExitCode.Input, "The chain has the emergency's hash; its message has not come, or is sealed to other workers.", hash.ToString(),
            "Run 'watch' with --broker; or wait: it is published on the chain where nobody acknowledges.");
        output.Show(Describe(opened));
        return opened.IsVerified ? ExitCode.Success : ExitCode.NotVerified;
    }

    private static Facts Describe(EmergencyCase opened)
    {
        var checks = new Listing("Checks", ("Check", "check"), ("Holds", "holds"), ("Detail", "detail"));
        foreach (var check in opened.Checks)
        {
            checks.Add(FactValue.Of(check.Name), FactValue.Of(check.Holds), FactValue.Of(check.Detail));
        }

        var facts = new Facts(opened.IsVerified ? "Emergency, verified" : "Emergency, NOT VERIFIED")
            .Add("Hash", "hash", opened.Hash.ToString())
            .Add("Status", "status", CaseText.StatusOf(opened).ToString());
        return Add(facts, opened.Content).Add("Verified", "verified", opened.IsVerified).Add("checks", checks);
    }

    private static Facts Add(Facts facts, EmergencyContent? content) => content is null
        ? facts
        : facts
            .Add("Name", "name", content.Name)
            .Add("Phone", "phone", content.Phone)
            .Add("Asked for help by", "source", content.Source == EmergencySource.Button ? "help button" : "form")
            .Add("Time", "time", FactValue.Of(content.Time))
            .Add("Symptoms", "symptoms", FactValue.Of(content.Symptoms).Shown(content.Symptoms.Replace("\n", " / ", StringComparison.Ordinal)))
            .Add("Gateway", "gateway", content.HouseNumber.HouseNumber.Gateway.ToString());
}
