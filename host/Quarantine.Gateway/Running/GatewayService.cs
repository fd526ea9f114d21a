using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Emergencies;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Presence;
using Quarantine.Gateway.Relay;
using Quarantine.Gateway.Reporting;
using Quarantine.Gateway.Signing;
using Quarantine.Gateway.Summaries;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Nodes;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Running;

/// <summary>One household's gateway, running. Thread-safe.</summary>
public sealed class GatewayService : IAsyncDisposable
{
    private readonly GatewayParts _parts;
    private readonly IMqttLink _houseLink;
    private readonly IMqttLink _communityLink;
    private readonly CommunityFollower _community;
    private readonly HousePresence _presence;
    private readonly Dictionary<string, HouseNode> _nodes;
    private readonly NodeCommands _commands;
    private readonly AlertWatch _alerts;
    private readonly EmergencySealer? _sealer;
    private readonly RelayPost _post;
    private readonly HouseLoop _house;
    private readonly CommunityLoop _communityLoop;

    /// <summary>Puts the parts together; <see cref="StartAsync"/> sets them going.</summary>
    public GatewayService(GatewayParts parts)
    {
        _parts = parts;
        var options = parts.Options;
        var clientId = $"gateway-{options.House}";
        _houseLink = parts.Links.Create(options.HouseBroker.ToLinkOptions(clientId));
        _communityLink = parts.Links.Create(options.CommunityBroker.ToLinkOptions($"{clientId}-{parts.Keys.Account.Address}"));
        _community = new CommunityFollower(parts.Chain, parts.Deployment, Bytes32.Parse(options.CommunityId));
        _presence = new HousePresence(options.Presence);
        Events = new EventStore(parts.Database);
        Outbox = new OutboxStore(parts.Database);
        Relayed = new RelayedStore(parts.Database);
        Emergencies = new EmergencyStore(parts.Database);
        _commands = new NodeCommands(_houseLink, options.House, parts.Clock, Report);
        _nodes = Restore(new FaultStore(parts.Database));
        _alerts = new AlertWatch(_community, parts.Chain, Outbox, Summarize, parts.Clock);
        _sealer = parts.HouseNumber is { } number
            ? new EmergencySealer(_community, parts.Deployment, parts.Keys.Account, number, options.Contact)
            : null;
        var publisher = new CommunityPublisher(_communityLink);
        _post = new RelayPost(_community, publisher, parts.Keys.Account.Address, parts.Clock);
        var removed = new RemovedNodes(_houseLink, options.House, Report);
        var ingest = new EventIngest(options.House, _nodes, Events, _presence, Counters, _commands, removed, ShowNewestEmergency, parts.Clock, parts.Log);
        _house = new HouseLoop(parts.Clock, options.House, _houseLink, ingest, _presence, Counters, _commands, OnJudged, Report);
        _communityLoop = CreateCommunityLoop(publisher);
    }

    /// <summary>The household's stored events.</summary>
    public EventStore Events { get; }

    public OutboxStore Outbox { get; }

    public RelayedStore Relayed { get; }

    public EmergencyStore Emergencies { get; }

    public IngestCounters Counters { get; } = new();

    public CommunityFollower Community => _community;

    public Address Account => _parts.Keys.Account.Address;

    /// <summary>What became of the sealed messages that came, since the start.</summary>
    public IReadOnlyDictionary<RelayDecision, long> RelayDecisions => _communityLoop.Decisions;

    /// <summary>Sealed messages that this gateway sent, since the start.</summary>
    public long RelayMessagesSent => _post.Sent;

    /// <summary>Whether everything that came or has become due is done.</summary>
    public bool IsIdle => _house.IsIdle && _communityLoop.IsIdle;

    public MqttLinkState HouseBrokerState => _houseLink.State;

    public MqttLinkState CommunityBrokerState => _communityLink.State;

    /// <summary>What is judged of the house's presence at this moment.</summary>
    public PresenceHistory Presence => _presence.HistoryAt(_parts.Clock.GetUtcNow());

    /// <summary>Starts sensing; neither brokers nor chain need be there.</summary>
    public void Start()
    {
        _house.Start();
        _communityLoop.Start();
        _ = ConnectAsync(_houseLink, "house");
        _ = ConnectAsync(_communityLink, "community");
    }

    /// <summary>Looks at the chain now rather than at the next poll.</summary>
    public void Look() => _communityLoop.Look();

    /// <summary>The summary of a slot as far as it is known; throws before the community is known.</summary>
    public IntervalSummary Summarize(ulong slot)
    {
        var days = _community.Read(state => state.Clock) ?? throw new InvalidOperationException("The community is not known yet.");
        var now = _parts.Clock.GetUtcNow();
        return SlotSummarizer.Summarize(_presence.HistoryAt(now), days, slot, now, []);
    }

    /// <summary>Calls for help in the household's own words, up to 500 characters. Kept until it can be sealed and sent.</summary>
    public void CallForHelp(string symptoms)
    {
        Emergencies.Request(new HelpRequest(_parts.Clock.GetUtcNow(), "", symptoms));
        _communityLoop.Signal();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _communityLoop.DisposeAsync();
        await _houseLink.DisposeAsync();
        await _communityLink.DisposeAsync();
        _community.Dispose();
        foreach (var node in _nodes.Values)
        {
            node.Dispose();
        }
    }

    private CommunityLoop CreateCommunityLoop(CommunityPublisher publisher)
    {
        var (options, keys, clock, chainId) = (_parts.Options, _parts.Keys, _parts.Clock, _parts.Deployment.ChainId);
        var signer = new ReportSigner(keys, _community, chainId);
        return new CommunityLoop(clock, Report)
        {
            Community = _community,
            Link = _communityLink,
            Options = options.Chain,
            Signer = signer,
            Desk = new RelayDesk(keys, _community, _parts.Deployment, Relayed, options.Reporting, clock),
            Submitter = new RelaySubmitter(_parts.Chain, keys.Account, chainId, Relayed, clock),
            Scheduler = new ReportScheduler(_community, Outbox, options.Reporting, clock),
            Dispatcher = new ReportDispatcher(
                _community, Outbox, signer, _post, Summarize, options.Reporting, options.Chain.Confirmations, clock),
            Emergencies = new EmergencyDispatcher(_community, Emergencies, _sealer, _post, publisher, ShowEmergency, clock),
            Alerts = _alerts,
        };
    }

    /// <summary>What the store knows of the nodes and of the time before this start.</summary>
    private Dictionary<string, HouseNode> Restore(FaultStore faults)
    {
        var nodes = _parts.Options.Nodes.ToDictionary(
            node => node.Id,
            node => new HouseNode(node.Id, NodeKeyFile.Load(node.KeyFile), new NodeWatch(node.Id, node.HealthInterval, faults, _presence)),
            StringComparer.Ordinal);
        var open = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        foreach (var (source, span) in faults.All())
        {
            _presence.Add(new Observation(span.From, ObservationKind.FaultBegan, source, span.Cause));
            var removed = span.Cause == UnknownCause.Sensor && !nodes.ContainsKey(source);
            if ((span.To ?? (removed ? EndFaultOfRemoved(faults, source) : null)) is { } to)
            {
                _presence.Add(new Observation(to, ObservationKind.FaultEnded, source, span.Cause));
            }
            else
            {
                open[source] = span.From;
            }
        }

        foreach (var item in Events.All())
        {
            if (EventObservation.Of(item) is { } observation)
            {
                _presence.Add(observation);
            }
        }

        foreach (var progress in Events.Progress().Where(progress => nodes.ContainsKey(progress.Node)))
        {
            nodes[progress.Node].Progress = progress;
            nodes[progress.Node].Health = progress.Health;
            nodes[progress.Node].Watch.Restore(
                progress.Boot, progress.Heard, open.TryGetValue(progress.Node, out var since) ? since : null);
        }

        return nodes;
    }

    /// <summary>A node that was removed while it was silent must not leave the house's presence unknown for ever.</summary>
    private DateTimeOffset EndFaultOfRemoved(FaultStore faults, string node)
    {
        var now = _parts.Clock.GetUtcNow();
        faults.End(node, UnknownCause.Sensor, now);
        return now;
    }

    private void OnJudged(IReadOnlyList<StoredEvent> fresh)
    {
        var helpAsked = fresh.Any(item => item.Kind == (int)SensorKind.Help);
        if (_alerts.AddWhereExceeded() || helpAsked)
        {
            _communityLoop.Signal();
        }
    }

    private void ShowEmergency(EmergencyEntry entry)
    {
        if (_nodes.TryGetValue(entry.Source, out var node))
        {
            _commands.SetLed(node, entry.Status switch
            {
                EmergencyStatus.Sent => LedState.Sent,
                EmergencyStatus.Acknowledged => LedState.Acknowledged,
                _ => LedState.Calm,
            });
        }
    }

    /// <summary>
    /// A command is not kept for a node that is away, so the answer to its call is repeated after each sign of life. A call that is not sent yet
    /// is the node's own to show, and an end that is shown over one would say that nobody asked.
    /// </summary>
    private void ShowNewestEmergency(HouseNode node)
    {
        if (Emergencies.Newest(node.Id) is { Status: not EmergencyStatus.Pending } entry
            && (entry.Status != EmergencyStatus.Resolved || node.Health is { Queued: 0 }))
        {
            ShowEmergency(entry);
        }
    }

    private async Task ConnectAsync(IMqttLink link, string name)
    {
        try
        {
            await link.ConnectAsync();
        }
        catch (MqttLinkException exception)
        {
            // The link goes on trying by itself.
            _parts.Log($"The {name}'s broker is away: {exception.Message}");
        }
        catch (ObjectDisposedException)
        {
            // Stopped before it was connected.
        }
    }

    private void Report(Exception exception) => _parts.Log($"{exception.GetType().Name}: {exception.Message}");
}
