using System.CommandLine;
using System.Threading.Channels;
using Quarantine.Ethereum.JsonRpc;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Mqtt;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;
using Quarantine.Worker.Desk;
using Quarantine.Worker.Inbox;

namespace Quarantine.Worker.Commands;

/// <summary>Receives emergencies from the community's broker and from the chain, until it is stopped.</summary>
internal sealed class WatchCommand : ProgramCommand
{
    private readonly IMqttLinkFactory _links;
    private readonly DeskOpening _desk;
    private readonly InboxOption _inbox;
    private readonly BrokerOptions _broker;
    private readonly Option<int> _interval = TypedOption.Number("--interval", "Seconds between two looks at the chain.", 1, 3600, 5);
    private readonly Option<bool> _once = new("--once") { Description = "Look at the chain once, and end." };

    public WatchCommand(ProgramContext context, IMqttLinkFactory links)
        : base(context, "watch", "Receive emergencies from the community's broker and from the chain. Ends with Ctrl-C.")
    {
        _links = links;
        _desk = new DeskOpening(this, context, opens: true);
        _inbox = new InboxOption(this);
        _broker = new BrokerOptions(this, context);
        Options.Add(_interval);
        Options.Add(_once);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var inbox = _inbox.Open(parse);
        using var session = await _desk.OpenAsync(parse, cancellationToken);
        foreach (var message in inbox.All())
        {
            session.Desk.TakeSealed(message);
        }

        var board = new CaseBoard(session.Desk, output);
        if (parse.GetValue(_once))
        {
            await session.Desk.LookAsync(cancellationToken);
            board.ShowChanges();
            return ExitCode.Success;
        }

        try
        {
            await using var link = _broker.CreateLink(parse, _links, session.Account.Address);
            var woken = await ListenAsync(link, _desk.CommunityOf(parse), session.Desk, inbox, output);
            await FollowAsync(session.Desk, board, output, woken, TimeSpan.FromSeconds(parse.GetValue(_interval)), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is how a watch ends.
        }

        return ExitCode.Success;
    }

    /// <summary>Subscribes; what is written to the channel wakes the loop. The link goes on trying where the broker is away.</summary>
    private static async Task<Channel<bool>> ListenAsync(IMqttLink? link, Bytes32 communityId, WorkerDesk desk, SealedInbox inbox, CommandOutput output)
    {
        var woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        if (link is null)
        {
            output.Note("No broker is named: only the chain is followed. Give --broker to be told at once.");
            return woken;
        }

        link.StateChanged += (_, change) => output.Note($"Broker: {change.State}.");
        _ = link.SubscribeAsync(CommunityTopics.Emergency(communityId), message =>
        {
            if (desk.TakeSealed(message.Payload))
            {
                inbox.Keep(message.Payload);
                woken.Writer.TryWrite(true);
            }
        }).ContinueWith(failed => output.Note($"Broker: {failed.Exception!.GetBaseException().Message}"), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        await ConnectAsync(link, output);
        return woken;
    }

    private static async Task ConnectAsync(IMqttLink link, CommandOutput output)
    {
        try
        {
            await link.ConnectAsync();
        }
        catch (MqttLinkException exception)
        {
            output.Note($"The broker is away: {exception.Message} Trying again; the chain is followed meanwhile.");
        }
    }

    private async Task FollowAsync(
        WorkerDesk desk, CaseBoard board, CommandOutput output, Channel<bool> woken, TimeSpan interval, CancellationToken cancellationToken)
    {
        var away = false;
        while (true)
        {
            board.ShowChanges();
            try
            {
                await desk.LookAsync(cancellationToken);
                board.ShowChanges();
                away = false;
            }
            catch (JsonRpcException exception)
            {
                NoteOnce(output, away, $"The chain node is away: {exception.Message}. Trying again.");
                away = true;
            }

            await WaitAsync(woken, interval, cancellationToken);
        }
    }

    private static void NoteOnce(CommandOutput output, bool noted, string text)
    {
        if (!noted)
        {
            output.Note(text);
        }
    }

    /// <summary>Until a message comes, or the interval is over.</summary>
    private async Task WaitAsync(Channel<bool> woken, TimeSpan interval, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(woken.Reader.WaitToReadAsync(either.Token).AsTask(), Task.Delay(interval, Context.Clock, either.Token));
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        woken.Reader.TryRead(out _);
    }
}
