using System.CommandLine;
using System.Numerics;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Takes money out of a community's balance.</summary>
internal sealed class RefundWithdrawCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<BigInteger> _amount = CommonOptions.Ether("--amount", "What is taken out.");
    private readonly Option<Address> _to = CommonOptions.Account("--to", "The account that gets it.");

    public RefundWithdrawCommand(ProgramContext context)
        : base(context, "withdraw", "Take money out of a community's balance.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_amount);
        Options.Add(_to);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (communityId, to) = (parse.GetValue(_community), parse.GetValue(_to));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var refunds = session.Office.Refunds;
        await refunds.WithdrawAsync(communityId, to, parse.GetValue(_amount), cancellationToken);
        var balance = await RefundFacts.OfBalanceAsync("Withdrawn", communityId, refunds.View, cancellationToken);
        output.Show(balance.Add("To", "to", to.ToString()));
        return ExitCode.Success;
    }
}
