using System.CommandLine;
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
    private readonly Argument<Bytes32> _hash = CommonOptions.EmergencyHash();

    public AcknowledgeCommand(ProgramContext context)
        : base(context, "acknowledge", "Say on the chain that you answer an emergency; the household sees it.")
    {
        Arguments.Add(_hash);
        _desk = new DeskOpening(this, context, opens: false);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var hash = parse.GetValue(_hash);
        using var session = await _desk.OpenAsync(parse, cancellationToken);
        await output.WhileAsync("Acknowledging ...", async () =>
        {
            await session.Desk.AcknowledgeAsync(hash, cancellationToken);
            return true;
        });
        output.Show(new CaseText(session.Desk.Entries.Single(entry => entry.Hash == hash)));
        return ExitCode.Success;
    }
}
