using System.CommandLine;
using System.Numerics;
using Quarantine.Chain.Funding;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Sets the limits of refunds.</summary>
internal sealed class RefundCapsCommand : ProgramCommand
{
    /// <summary>The contract keeps the fee in 48 bits of wei.</summary>
    private const int MostPriorityFeeGwei = 281_474;
    private const int MostMarginPercent = 10;
    private const long WeiPerGwei = 1_000_000_000;

    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<BigInteger> _perReport = CommonOptions.Ether("--per-report", "Most for one report, in whole gwei; 0 stops refunds.");
    private readonly Option<int> _perDay = TypedOption.Number("--per-day", "Most reports refunded in one day.", 0, ushort.MaxValue, 1_000);
    private readonly Option<int> _priorityFee =
        TypedOption.Number("--priority-fee", "Most priority fee that is refunded, in gwei a unit of gas.", 0, MostPriorityFeeGwei, 2);

    private readonly Option<int> _margin =
        TypedOption.Number("--margin", "What a relay gets on top of its gas, in percent.", 0, MostMarginPercent, 0);

    public RefundCapsCommand(ProgramContext context)
        : base(context, "caps", "Set the limits of refunds. They take effect at once.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_perReport);
        Options.Add(_perDay);
        Options.Add(_priorityFee);
        Options.Add(_margin);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        var caps = new RefundCaps(
            parse.GetValue(_perReport), (ushort)parse.GetValue(_perDay), parse.GetValue(_priorityFee) * WeiPerGwei, (byte)parse.GetValue(_margin));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var refunds = session.Office.Refunds;
        await refunds.SetCapsAsync(communityId, caps, cancellationToken);
        var balance = await RefundFacts.OfBalanceAsync("Limits set", communityId, refunds.View, cancellationToken);
        output.Show(balance.WithCaps(await refunds.View.CapsAsync(communityId, cancellationToken)));
        return ExitCode.Success;
    }
}
