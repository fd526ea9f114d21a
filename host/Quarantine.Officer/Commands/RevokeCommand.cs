using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Revokes a gateway's house number.</summary>
internal sealed class RevokeCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<Address> _gateway = CommonOptions.Account("--gateway", "The gateway's account.");

    public RevokeCommand(ProgramContext context)
        : base(context, "revoke", "Revoke a gateway's house number. Its key leaves the rings when its page is dissolved.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_gateway);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (communityId, gateway) = (parse.GetValue(_community), parse.GetValue(_gateway));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        await session.Office.RevokeAsync(communityId, gateway, cancellationToken);
        output.Show(new Facts("Revoked")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Gateway", "gateway", gateway.ToString())
            .Add("Next", "next", "Run 'pages --dissolve PAGE', so that its key leaves the rings."));
        return ExitCode.Success;
    }
}
