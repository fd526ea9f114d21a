using System.CommandLine;
using System.Numerics;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Prepays a community's balance.</summary>
internal sealed class RefundDepositCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<BigInteger> _amount = CommonOptions.Ether("--amount", "What is added to the balance.");

    public RefundDepositCommand(ProgramContext context)
        : base(context, "deposit", "Prepay a community's balance. Nothing is refunded from it until 'caps' says how much.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_amount);
        _amount.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<BigInteger>().IsZero)
            {
                result.AddError("--amount: nothing would be deposited.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var refunds = session.Office.Refunds;
        await refunds.DepositAsync(communityId, parse.GetValue(_amount), cancellationToken);
        output.Show(await RefundFacts.OfBalanceAsync("Deposited", communityId, refunds.View, cancellationToken));
        return ExitCode.Success;
    }
}
