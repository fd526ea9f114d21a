using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Puts a worker on duty, or off.</summary>
internal sealed class WorkerDutyCommand : ProgramCommand
{
    private const string On = "on";

    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<Address> _account = CommonOptions.Account("--account", "The worker's account.");
    private readonly Argument<string> _duty = new("DUTY") { Description = "on or off." };

    public WorkerDutyCommand(ProgramContext context)
        : base(context, "duty", "Put a worker on duty or off. Emergencies are sealed to those on duty; to all where nobody is.")
    {
        _duty.AcceptOnlyFromAmong(On, "off");
        Arguments.Add(_duty);
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_account);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (communityId, account) = (parse.GetValue(_community), parse.GetValue(_account));
        var onDuty = parse.GetValue(_duty) == On;
        using var session = await _office.OpenAsync(parse, cancellationToken);
        await session.Office.SetDutyAsync(communityId, account, onDuty, cancellationToken);
        output.Show(new Facts("Duty changed")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Account", "account", account.ToString())
            .Add("On duty", "onDuty", onDuty));
        return ExitCode.Success;
    }
}
