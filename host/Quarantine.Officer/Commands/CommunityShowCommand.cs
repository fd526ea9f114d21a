using System.CommandLine;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Ethereum.Primitives;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Shows a community: its days, policies, rings, workers and numbers. Nothing in it names a household.</summary>
internal sealed class CommunityShowCommand : ProgramCommand
{
    private readonly ChainOptions _chain;
    private readonly Option<Bytes32> _community = CommonOptions.Community();

    public CommunityShowCommand(ProgramContext context)
        : base(context, "show", "Show a community's policies, rings, workers and numbers.")
    {
        _chain = new ChainOptions(this, context);
        Options.Add(_community);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        using var chain = await _chain.OpenAsync(parse, cancellationToken);
        var registry = new RegistryView(chain.Node, chain.Deployment.Registry);
        var settings = await registry.CommunityAsync(communityId, cancellationToken);
        var queue = await registry.QueueAsync(communityId, cancellationToken);
        var slot = await registry.CurrentSlotAsync(communityId, cancellationToken);
        using var follower = new CommunityFollower(chain.Node, chain.Deployment, communityId);
        await follower.LookAsync(cancellationToken);
        output.Show(follower.Read(state => Describe(state, settings, queue, slot, chain.Deployment)));
        return ExitCode.Success;
    }

    private static Facts Describe(CommunityState state, CommunitySettings settings, QueueState queue, ulong slot, QuarantineDeployment deployment)
    {
        var start = settings.Clock.StartOf(slot);
        return new Facts("Community")
            .Add("Community", "community", FactValue.OfCommunity(state.CommunityId))
            .Add("Today", "slot", FactValue.OfSlot(slot))
            .Add("Keys of a ring", "pageSize", settings.PageSize)
            .Add("Fewest keys of a ring", "minimumRing", settings.MinimumRing)
            .Add("Gateways", "gateways", (ulong)state.Members.Count(member => member.IsValidAt(start)))
            .Add("Gateways waiting for a ring", "queued", queue.Queued)
            .Add("Round closed and not cut", "roundToCut", queue.IsClosed)
            .Add("Reports accepted", "reports", (ulong)state.Reports.Count)
            .Add("Violations reported", "violations", (ulong)state.Violations.Count)
            .Add("Emergencies not acknowledged", "emergenciesOpen", (ulong)state.Emergencies.Values.Count(entry => entry.AcknowledgedBy is null))
            .Add("policies", Policies(state, deployment))
            .Add("pages", Pages(state))
            .Add("workers", Workers(state));
    }

    private static Listing Policies(CommunityState state, QuarantineDeployment deployment)
    {
        var policies = new Listing("Policies", ("From", "fromSlot"), ("Policy", "name"), ("Address", "address"));
        foreach (var (from, policy) in state.Policies)
        {
            policies.Add(FactValue.OfSlot(from), FactValue.Of(NameOf(policy, deployment)), FactValue.Of(policy.ToString()));
        }

        return policies;
    }

    private static string NameOf(Address policy, QuarantineDeployment deployment) =>
        deployment.Policies.FirstOrDefault(known => known.Value == policy).Key ?? "other";

    private static Listing Pages(CommunityState state)
    {
        var pages = new Listing("Ring pages", ("Page", "page"), ("From", "fromSlot"), ("Before", "untilSlot"), ("Ring", "codeHash"));
        foreach (var page in state.Pages)
        {
            pages.Add(
                FactValue.Of(page.Index), FactValue.OfSlot(page.FromSlot), page.UntilSlot is { } until ? FactValue.OfSlot(until) : FactValue.None,
                FactValue.Of(page.CodeHash.ToString()));
        }

        return pages;
    }

    private static Listing Workers(CommunityState state)
    {
        var workers = new Listing("Workers", ("Account", "account"), ("On duty", "onDuty"));
        foreach (var worker in state.Workers)
        {
            workers.Add(FactValue.Of(worker.Account.ToString()), FactValue.Of(worker.OnDuty));
        }

        return workers;
    }
}
