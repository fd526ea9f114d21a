using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Worker.Commands;

/// <summary>Tells that an emergency is over.</summary>
internal sealed class ResolveCommand : ProgramCommand
{
    private readonly DeskOpening _desk;
    private readonly Argument<Bytes32> _hash = CommonOptions.EmergencyHash();

    public ResolveCommand(ProgramContext context)
        : base(context, "resolve", "Say on the chain that an acknowledged emergency is over.")
    {
        Arguments.Add(_hash);
        _desk = new DeskOpening(this, context, opens: false);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var hash = parse.GetValue(_hash);
        using var session = await _desk.OpenAsync(parse, cancellationToken);
        await output.WhileAsync("Resolving ...", async () =>
        {
            await session.Desk.ResolveAsync(hash, cancellationToken);
            return true;
        });
        output.Show(new CaseText(session.Desk.Entries.Single(entry => entry.Hash == hash)));
        return ExitCode.Success;
    }
}
