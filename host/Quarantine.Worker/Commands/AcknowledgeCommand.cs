using System.CommandLine;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Worker.Commands;

/// <summary>Tells household and colleagues that this worker answers.</summary>
internal sealed class AcknowledgeCommand : ProgramCommand
{
    private readonly DeskOpening _desk;
    private readonly InboxOption _inbox;
    private readonly Argument<Bytes32> _hash = CommonOptions.EmergencyHash();

    public AcknowledgeCommand(ProgramContext context)
        : base(context, "acknowledge", "Say on the chain that you answer an emergency; the household sees it.")
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
        await output.WhileAsync("Acknowledging ...", () => AcknowledgeAsync(session, hash, cancellationToken));
        output.Show(new CaseText(session.Desk.Entries.Single(entry => entry.Hash == hash)));
        return ExitCode.Success;
    }

    private static async Task<bool> AcknowledgeAsync(DeskSession session, Bytes32 hash, CancellationToken cancellationToken)
    {
        try
        {
            await session.Desk.AcknowledgeAsync(hash, cancellationToken);
            return true;
        }
        catch (Exception refused) when (refused is RevertException or TransactionException && AnsweredBy(session, hash) is not null)
        {
            throw new CommandException(
                ExitCode.Refused, $"Worker {AnsweredBy(session, hash)} answered this emergency before.", hash.ToString(),
                "Nothing to do, unless that worker asks you.", refused);
        }
    }

    private static Address? AnsweredBy(DeskSession session, Bytes32 hash) => session.Desk.Entries.Single(entry => entry.Hash == hash).AcknowledgedBy;
}
