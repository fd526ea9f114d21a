using System.CommandLine;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Puts a policy in force.</summary>
internal sealed class PolicySetCommand : ProgramCommand
{
    private readonly OfficeOpening _office;
    private readonly Option<Bytes32> _community = CommonOptions.Community();
    private readonly Option<DateOnly> _from = CommonOptions.Day("--from", "First local day on which it is in force.");
    private readonly Option<string> _policy = new("--policy")
    {
        Description = "general, moderate or strong; or the address of a policy of this registry.", HelpName = "NAME", Required = true,
    };

    public PolicySetCommand(ProgramContext context)
        : base(context, "set", "Put a policy in force from a day on, in the place of all that are scheduled from that day on.")
    {
        _office = new OfficeOpening(this, context);
        Options.Add(_community);
        Options.Add(_policy);
        Options.Add(_from);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        var slot = CommunityClock.SlotOf(parse.GetValue(_from));
        using var session = await _office.OpenAsync(parse, cancellationToken);
        var policy = Find(session.Chain.Deployment, parse.GetValue(_policy)!);
        await session.Office.SchedulePolicyAsync(communityId, policy, slot, cancellationToken);
        output.Show(new Facts("Policy scheduled")
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Policy", "policy", policy.ToString())
            .Add("From", "fromSlot", FactValue.OfSlot(slot)));
        return ExitCode.Success;
    }

    private static Address Find(QuarantineDeployment deployment, string name) =>
        deployment.Policies.TryGetValue(name, out var policy) || Address.TryParse(name, out policy)
            ? policy
            : throw new CommandException(
                ExitCode.Usage, $"There is no policy '{name}'.", "--policy", $"Give one of: {string.Join(", ", deployment.Policies.Keys)}; or an address.");
}
