using System.CommandLine;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Shows a community's prepaid balance and the limits of refunds.</summary>
internal sealed class RefundShowCommand : ProgramCommand
{
    private readonly ChainOptions _chain;
    private readonly Option<Bytes32> _community = CommonOptions.Community();

    public RefundShowCommand(ProgramContext context)
        : base(context, "show", "Show what is left of a community's prepaid balance, and the limits of refunds.")
    {
        _chain = new ChainOptions(this, context);
        Options.Add(_community);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        using var chain = await _chain.OpenAsync(parse, cancellationToken);
        var fund = new RelayFundView(chain.Node, chain.Deployment.RelayFund);
        var refunded = await fund.RefundedTodayAsync(communityId, cancellationToken);
        var balance = await RefundFacts.OfBalanceAsync("Refunds", communityId, fund, cancellationToken);
        output.Show(balance.WithCaps(await fund.CapsAsync(communityId, cancellationToken)).WithRefunded(refunded));
        return ExitCode.Success;
    }
}
