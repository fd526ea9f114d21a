using System.CommandLine;
using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Sends ether to gateways, so that they can pay for what they relay.</summary>
internal sealed class FundCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<BigInteger> _target = CommonOptions.Ether("--up-to", "What each account is topped up to.");
    private readonly Option<Bytes32?> _community = new("--community")
    {
        Description = "All gateways of this community whose house number holds.",
        HelpName = "NAME",
        CustomParser = result => TypedOption.Read<Bytes32>(result, Messages.Communities.CommunityName.TryParse, "a community's name or id"),
    };

    private readonly Argument<Address[]> _accounts = CommonOptions.Accounts("ACCOUNT", "Accounts; none with --community.");

    public FundCommand(ProgramContext context)
        : base(context, "fund", "Top accounts up with ether.")
    {
        _accounts.Arity = ArgumentArity.ZeroOrMore;
        Arguments.Add(_accounts);
        _office = new OfficeOpening(this, context);
        Options.Add(_target);
        Options.Add(_community);
        Validators.Add(result =>
        {
            // Counted, not read: what is malformed has its own error.
            if (result.GetResult(_community) is null == (result.GetResult(_accounts)?.Tokens.Count is null or 0))
            {
                result.AddError("Give accounts, or --community.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var accounts = parse.GetValue(_community) is { } communityId
            ? await GatewaysAsync(session, communityId, cancellationToken)
            : parse.GetValue(_accounts)!;
        var sent = await output.WhileAsync(
            $"Topping up {accounts.Count} account(s) ...", () => session.Office.FundAsync(accounts, parse.GetValue(_target), cancellationToken));
        var rows = new Listing("Sent", ("Account", "account"), ("Amount", "wei"));
        foreach (var (account, wei) in sent)
        {
            rows.Add(FactValue.Of(account.ToString()), FactValue.OfWei(wei));
        }

        output.Show(new Facts().Add("Total", "totalWei", FactValue.OfWei(sent.Aggregate(BigInteger.Zero, (sum, row) => sum + row.Sent))).Add("sent", rows));
        return ExitCode.Success;
    }

    private async Task<IReadOnlyList<Address>> GatewaysAsync(OfficeSession session, Bytes32 communityId, CancellationToken cancellationToken)
    {
        using var follower = new CommunityFollower(session.Chain.Node, session.Chain.Deployment, communityId);
        await follower.LookAsync(cancellationToken);
        var now = Context.Clock.GetUtcNow();
        return follower.Read(state => state.Members.Where(member => member.IsValidAt(now)).Select(member => member.Gateway).ToList());
    }
}
