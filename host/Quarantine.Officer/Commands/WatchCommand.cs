using System.CommandLine;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Officer.Watching;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Officer.Commands;

/// <summary>Follows one community or all, until it is stopped.</summary>
internal sealed class WatchCommand : ProgramCommand
{
    private readonly ChainOptions _chain;
    private readonly Option<Bytes32?> _community = new("--community")
    {
        Description = "Only this community. Default: all.",
        HelpName = "NAME",
        CustomParser = result => TypedOption.Read<Bytes32>(result, CommunityName.TryParse, "a community's name or id"),
    };

    private readonly Option<int> _interval = TypedOption.Number("--interval", "Seconds between two looks at the chain.", 1, 3600, 5);
    private readonly Option<bool> _once = new("--once") { Description = "Look once, and end." };

    public WatchCommand(ProgramContext context)
        : base(context, "watch", "Follow reports, violations and emergencies; every violation is verified off chain. Ends with Ctrl-C.")
    {
        _chain = new ChainOptions(this, context);
        Options.Add(_community);
        Options.Add(_interval);
        Options.Add(_once);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var chain = await _chain.OpenAsync(parse, cancellationToken);
        using var watch = new CommunityWatch(chain.Node, chain.Deployment, parse.GetValue(_community) is { } only ? [only] : []);
        if (parse.GetValue(_once))
        {
            await LookAsync(watch, output, cancellationToken);
            return ExitCode.Success;
        }

        output.Note("Watching; Ctrl-C ends.");
        try
        {
            await FollowAsync(watch, output, TimeSpan.FromSeconds(parse.GetValue(_interval)), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
        }

        return ExitCode.Success;
    }

    private async Task FollowAsync(CommunityWatch watch, CommandOutput output, TimeSpan interval, CancellationToken cancellationToken)
    {
        var away = false;
        while (true)
        {
            try
            {
                await LookAsync(watch, output, cancellationToken);
                away = false;
            }
            catch (JsonRpcException exception)
            {
                Tell(output, away, exception);
                away = true;
            }

            await Task.Delay(interval, Context.Clock, cancellationToken);
        }
    }

    private static void Tell(CommandOutput output, bool wasAway, JsonRpcException exception)
    {
        if (!wasAway)
        {
            output.Note($"The chain node is away: {exception.Message}. Trying again.");
        }
    }

    private static async Task LookAsync(CommunityWatch watch, CommandOutput output, CancellationToken cancellationToken)
    {
        foreach (var finding in await watch.LookAsync(cancellationToken))
        {
            output.ShowNext(new FindingText(finding));
        }
    }
}
