using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Removes a worker.</summary>
internal sealed class WorkerRemoveCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<Address> _account = CommonOptions.Account("--account", "The worker's account.");

    public WorkerRemoveCommand(ProgramContext context)
        : base(context, "remove", "Remove a worker: nothing is sealed to it any more, and it cannot acknowledge.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_account);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (communityId, account) = (parse.GetValue(_community), parse.GetValue(_account));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        await session.Office.RemoveWorkerAsync(communityId, account, cancellationToken);
        output.Show(new Facts("Worker removed")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Account", "account", account.ToString()));
        return ExitCode.Success;
    }
}
