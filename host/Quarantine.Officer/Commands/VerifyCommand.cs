using System.CommandLine;
using Quarantine.Ethereum.Primitives;
using Quarantine.Officer.Verification;
using Quarantine.Officer.Watching;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Verifies every violation of a community off chain, independently of the contract.</summary>
internal sealed class VerifyCommand : ProgramCommand
{
    private readonly ChainOptions _chain;
    private readonly Option<Bytes32> _community = CommonOptions.Community();

    public VerifyCommand(ProgramContext context)
        : base(context, "verify", "Verify the ring signature of every violation off chain. Exit code 7 where one does not hold.")
    {
        _chain = new ChainOptions(this, context);
        Options.Add(_community);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var communityId = parse.GetValue(_community);
        using var chain = await _chain.OpenAsync(parse, cancellationToken);
        using var watch = new CommunityWatch(chain.Node, chain.Deployment, communityId);
        var found = await output.WhileAsync("Reading and verifying ...", () => watch.LookAsync(cancellationToken));
        var violations = found.OfType<ViolationFinding>().ToList();
        var verified = violations.Count(violation => violation.Verdict == ViolationVerdict.Verified);
        output.Show(new Facts()
            .Add("Community", "community", FactValue.OfCommunity(communityId))
            .Add("Violations", "violations", (ulong)violations.Count)
            .Add("Verified", "verified", (ulong)verified)
            .Add("details", Describe(violations)));
        return verified == violations.Count ? ExitCode.Success : ExitCode.NotVerified;
    }

    private static Listing Describe(IReadOnlyList<ViolationFinding> violations)
    {
        var rows = new Listing(
            "Violations", ("Day", "slot"), ("Kind", "kind"), ("Verdict", "verdict"), ("Says", "summary"), ("Transaction", "transaction"));
        foreach (var violation in violations)
        {
            rows.Add(
                FactValue.OfSlot(violation.Slot), FactValue.Of(violation.Kind.ToString()), FactValue.Of(violation.Verdict.ToString()),
                FactValue.Of(FindingText.Says(violation.Summary)), FactValue.Of(violation.Position.Transaction.ToString()));
        }

        return rows;
    }
}
