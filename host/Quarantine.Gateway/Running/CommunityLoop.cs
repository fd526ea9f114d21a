using System.Threading.Channels;
using Quarantine.Chain.Communities;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Relay;
using Quarantine.Gateway.Reporting;
using Quarantine.Gateway.Signing;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Mqtt;

namespace Quarantine.Gateway.Running;

/// <summary>
/// The loop towards the community: looks at the chain, reports, submits for others, calls for help. Where chain or broker is away it tries
/// again and loses nothing.
/// </summary>
internal sealed class CommunityLoop : IAsyncDisposable
{
    private const int MostWaiting = 4096;

    private readonly Channel<ReadOnlyMemory<byte>> _sealed = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(MostWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });

    private readonly WorkLoop _loop;
    private readonly Dictionary<RelayDecision, long> _decisions = [];
    private readonly Lock _gate = new();
    private DateTimeOffset _nextLook = DateTimeOffset.MinValue;
    private int _lookNow = 1;

    public CommunityLoop(TimeProvider clock, Action<Exception> onError)
    {
        Clock = clock;
        _loop = new WorkLoop(clock, StepAsync, onError);
    }

    public required CommunityFollower Community { get; init; }

    public required IMqttLink Link { get; init; }

    public required RelayDesk Desk { get; init; }

    public required RelaySubmitter Submitter { get; init; }

    public required ReportScheduler Scheduler { get; init; }

    public required ReportDispatcher Dispatcher { get; init; }

    public required ReportSigner Signer { get; init; }

    public required EmergencyDispatcher Emergencies { get; init; }

    public required AlertWatch Alerts { get; init; }

    public required ChainOptions Options { get; init; }

    private TimeProvider Clock { get; }

    public bool IsIdle => _sealed.Reader.Count == 0 && _loop.IsIdle;

    /// <summary>What became of the sealed messages so far.</summary>
    public IReadOnlyDictionary<RelayDecision, long> Decisions
    {
        get
        {
            lock (_gate)
            {
                return new Dictionary<RelayDecision, long>(_decisions);
            }
        }
    }

    public void Start()
    {
        var topic = CommunityTopics.Relay(Community.Read(state => state.CommunityId));
        _ = Link.SubscribeAsync(topic, message =>
        {
            _sealed.Writer.TryWrite(message.Payload);
            _loop.Signal();
        });
        _loop.Start();
    }

    /// <summary>Asks for a step.</summary>
    public void Signal() => _loop.Signal();

    /// <summary>Asks for a step that looks at the chain first.</summary>
    public void Look()
    {
        Interlocked.Exchange(ref _lookNow, 1);
        _loop.Signal();
    }

    public ValueTask DisposeAsync() => _loop.DisposeAsync();

    private async Task<DateTimeOffset?> StepAsync(CancellationToken cancellationToken)
    {
        await LookAsync(cancellationToken);
        while (_sealed.Reader.TryRead(out var message))
        {
            Count(await Desk.TakeAsync(message, cancellationToken));
        }

        var due = new[]
        {
            _nextLook,
            await Scheduler.StepAsync(async (slot, cancel) => await Signer.FindRingAsync(slot, cancel) is not null, cancellationToken),
            await Dispatcher.StepAsync(cancellationToken),
            await Emergencies.StepAsync(cancellationToken),
            await Submitter.StepAsync(cancellationToken),
        };
        return due.Min();
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        var asked = Interlocked.Exchange(ref _lookNow, 0) == 1;
        if (asked || _nextLook <= Clock.GetUtcNow())
        {
            // Set first: a chain node that fails is asked again at the loop's own pace.
            Interlocked.Exchange(ref _lookNow, 1);
            await Community.LookAsync(cancellationToken);
            await Alerts.LearnAsync(cancellationToken);
            Interlocked.Exchange(ref _lookNow, 0);
            _nextLook = Clock.GetUtcNow() + Options.PollInterval;
        }
    }

    private void Count(RelayDecision decision)
    {
        lock (_gate)
        {
            _decisions[decision] = _decisions.GetValueOrDefault(decision) + 1;
        }
    }
}
