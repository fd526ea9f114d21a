using System.Diagnostics;
using Quarantine.Chain.Deployment;
using Quarantine.Demo.Scenario;
using Quarantine.Demo.Screen;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Reports;
using Quarantine.Officer.Office;
using Quarantine.Officer.Watching;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.TestKit;
using Quarantine.TestKit.Time;
using Quarantine.Worker.Desk;

namespace Quarantine.Demo.World;

/// <summary>
/// The whole system on this machine: a broker for each house and one for the community, a chain, eight houses, an officer and a worker.
/// Time is simulated, and moves only while nobody has anything left to do.
/// </summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    public static readonly TimeSpan UtcOffset = TimeSpan.FromHours(8);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Blink = TimeSpan.FromMilliseconds(1);

    private readonly MosquittoServer _communityBroker;
    private readonly AnvilServer _anvil;
    private readonly IMqttLink _workerLink;
    private readonly SealingKeyPair _workerSealing;
    private long _seen = -1;
    private long _strangers;

    private DemoWorld(
        SimulatedClock clock, MosquittoServer communityBroker, AnvilServer anvil, DemoChain chain, OfficerOffice office, Bytes32 communityId)
    {
        (Clock, _communityBroker, _anvil, Chain, Office, CommunityId) = (clock, communityBroker, anvil, chain, office, communityId);
        Watch = new CommunityWatch(chain, office.Deployment, communityId);
        _workerSealing = SealingKeyPair.Generate(RandomSource.System);
        Worker = new WorkerDesk(chain, office.Deployment, communityId, WorkerAccount, [_workerSealing], clock);
        _workerLink = new MosquittoLinkFactory().Create(new MqttLinkOptions { Host = MosquittoServer.Host, Port = communityBroker.Port, ClientId = "worker-1" });
    }

    /// <summary>Told everything that the officer's watch finds.</summary>
    public event Action<Finding>? Found;

    public SimulatedClock Clock { get; }

    public DemoChain Chain { get; }

    public OfficerOffice Office { get; }

    public CommunityWatch Watch { get; }

    public WorkerDesk Worker { get; }

    public Bytes32 CommunityId { get; }

    public List<Household> Households { get; } = [];

    /// <summary>An account that is nobody's: an attacker's.</summary>
    public PrivateKey Stranger => _anvil.Keys[2];

    /// <summary>What a part of the system complained of.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Simulated moment at which the officer's watch found an alert.</summary>
    public DateTimeOffset? AlertSeenAt { get; private set; }

    private PrivateKey WorkerAccount => _anvil.Keys[1];

    /// <summary>Starts the servers and deploys the contracts.</summary>
    public static async Task<DemoWorld> StartAsync(string folder, DateTimeOffset start, IDemoScreen screen)
    {
        var clock = new SimulatedClock(start);
        screen.Tell("Starting the community's Mosquitto and an anvil chain");
        var broker = await MosquittoServer.StartAsync();
        var anvil = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = (ulong)start.AddMinutes(-1).ToUnixTimeSeconds() });
        var chain = new DemoChain(anvil, clock);
        var options = new OfficeOptions { WaitForBlock = (number, cancel) => MineUntilAsync(chain, number, cancel) };
        screen.Tell("The officer deploys registry, policies and emergency board");
        var office = await OfficerOffice.DeployAsync(chain, anvil.Keys[0], new PolicyLimits(), clock, options);
        DeploymentFile.Save(Path.Combine(folder, "deployment.json"), office.Deployment);
        var communityId = Ethereum.Cryptography.Keccak256.Hash("demo community"u8);
        var world = new DemoWorld(clock, broker, anvil, chain, office, communityId);
        for (var index = 0; index < ScenarioScript.Households; index++)
        {
            world.Households.Add(await Household.CreateAsync(index, folder, communityId, broker.Port, anvil.Url));
        }

        return world;
    }

    /// <summary>Enrols everybody, cuts the ring page and starts gateways, nodes and the worker's desk.</summary>
    public async Task EnrolAsync(ulong releaseSlot, IDemoScreen screen)
    {
        screen.Tell("Eight households enrol; the officer issues house numbers and cuts one ring page of eight keys");
        await Office.CreateCommunityAsync(CommunityId, UtcOffset, pageSize: 8, minimumRing: 8);
        var requests = Households.Select(house => house.Keys.CreateEnrolmentRequest(Office.Deployment.Domain, CommunityId)).ToList();
        var release = new CommunityClock(UtcOffset).StartOf(releaseSlot);
        var numbers = await Office.AdmitAsync(CommunityId, requests, release);
        await Office.CutPagesAsync(CommunityId);
        await Office.FundAsync([.. Households.Select(house => house.Keys.Account.Address)], System.Numerics.BigInteger.Pow(10, 18));
        await Office.RegisterWorkerAsync(CommunityId, WorkerAccount.Address, _workerSealing.PublicKey);
        await Office.SetDutyAsync(CommunityId, WorkerAccount.Address, onDuty: true);
        await StartDesksAsync();
        foreach (var (house, number) in Households.Zip(numbers))
        {
            house.Start(number, Office.Deployment, Chain, Clock, Complain);
        }

        await SettleAsync();
    }

    /// <summary>Puts the three policies in force, one a day.</summary>
    public async Task SchedulePoliciesAsync(ulong firstSlot)
    {
        foreach (var (name, day) in new[] { (SystemDeployer.General, 0UL), (SystemDeployer.Moderate, 1UL), (SystemDeployer.Strong, 2UL) })
        {
            await Office.SchedulePolicyAsync(CommunityId, Office.Deployment.Policies[name], firstSlot + day);
        }

        await SettleAsync();
    }

    /// <summary>Moves the clock from moment to moment at which something is due, and lets everybody finish at each.</summary>
    public async Task AdvanceToAsync(DateTimeOffset moment)
    {
        while (Clock.GetUtcNow() < moment)
        {
            var next = Clock.NextTimer is { } timer && timer < moment ? timer : moment;
            Clock.AdvanceTo(next);
            await SettleAsync();
        }
    }

    /// <summary>Publishes on the community's broker as somebody who is no member, and waits until everybody has taken it.</summary>
    public async Task PublishAsStrangerAsync(string topic, byte[] message)
    {
        _strangers++;
        await _workerLink.PublishAsync(topic, message);
        await SettleAsync();
    }

    /// <summary>Waits until nothing is under way: not in a house, not on a broker, not towards the chain, not at a desk.</summary>
    public async Task SettleAsync()
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            while (!IsQuiet)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                {
                    throw new TimeoutException($"Not quiet after {Patience}: {Describe()}");
                }

                await Task.Delay(Blink, TimeProvider.System);
                Clock.AdvanceTo(Clock.GetUtcNow());
            }

            if (_seen == Chain.Sent)
            {
                return;
            }

            _seen = Chain.Sent;
            Households.ForEach(house => house.Gateway.Look());
            var found = await Watch.LookAsync();
            AlertSeenAt ??= found.OfType<ViolationFinding>().Any(violation => violation.Kind == ReportKind.Alert) ? Clock.GetUtcNow() : null;
            foreach (var finding in found)
            {
                Found?.Invoke(finding);
            }

            await Worker.LookAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in Households)
        {
            await house.DisposeAsync();
        }

        await _workerLink.DisposeAsync();
        Worker.Dispose();
        Watch.Dispose();
        Office.Dispose();
        _workerSealing.Dispose();
        Chain.Dispose();
        await _anvil.DisposeAsync();
        await _communityBroker.DisposeAsync();
    }

    private bool IsQuiet => Households.TrueForAll(house => house.IsIdle) && AreSealedMessagesTaken && AreEmergenciesTaken;

    /// <summary>Every gateway reads every sealed message, so that the broker does not learn whom it is for.</summary>
    private bool AreSealedMessagesTaken =>
        (_strangers + Households.Sum(house => house.Gateway.RelayMessagesSent)) * Households.Count
        == Households.Sum(house => house.Gateway.RelayDecisions.Values.Sum());

    private bool AreEmergenciesTaken =>
        Households.Sum(house => house.Gateway.Emergencies.All().Count(entry => entry.Attempts > 0)) <= Worker.Entries.Count;

    private static async Task MineUntilAsync(DemoChain chain, ulong number, CancellationToken cancellationToken)
    {
        while (await chain.GetBlockNumberAsync(cancellationToken) < number)
        {
            await chain.MineAsync();
        }
    }

    private async Task StartDesksAsync()
    {
        var subscribed = _workerLink.SubscribeAsync(CommunityTopics.Emergency(CommunityId), message => Worker.TakeSealed(message.Payload));
        await _workerLink.ConnectAsync();
        await subscribed;
    }

    private void Complain(string text)
    {
        lock (Complaints)
        {
            Complaints.Add(text);
        }
    }

    private string Describe() => string.Join("; ", Households.Where(house => !house.IsIdle).Select(house =>
        $"{house.Name}: node idle {house.Node.Idle}, gateway idle {house.Gateway.IsIdle}"))
        + $"; sealed {AreSealedMessagesTaken}; emergencies {AreEmergenciesTaken}; {string.Join(" | ", Complaints.TakeLast(5))}";
}
