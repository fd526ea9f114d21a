using System.Numerics;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Chain.Registry;
using Quarantine.Chain.Transactions;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.HouseNumbers;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.TestKit.Communities;

/// <summary>
/// A community on a chain of its own: contracts deployed, eight members admitted and in one ring page, the strong policy in force, and the
/// first day on which the ring is in force begun.
/// </summary>
public sealed class TestCommunity : IAsyncDisposable
{
    public const int Size = 8;

    /// <summary>Noon in UTC, when the chain begins.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 5, 12, 0, 0, TimeSpan.Zero);

    private static readonly BigInteger Ether = BigInteger.Pow(10, 18);

    private readonly TransactionSender _officer;
    private readonly CommunityFollower _follower;

    private TestCommunity(AnvilServer chain, QuarantineDeployment deployment, IReadOnlyList<TestMember> members)
    {
        (Chain, Deployment, Members) = (chain, deployment, members);
        _officer = Sender(Officer);
        _follower = new CommunityFollower(chain.Node, deployment, Id);
        Registry = new RegistryView(chain.Node, deployment.Registry);
    }

    /// <summary>"riverside" in the high bytes.</summary>
    public static Bytes32 Id { get; } = Bytes32.Parse("0x7269766572736964650000000000000000000000000000000000000000000000");

    /// <summary>One hour east of Greenwich.</summary>
    public static CommunityClock Days { get; } = new(TimeSpan.FromHours(1));

    /// <summary>The day on which the ring comes into force.</summary>
    public static ulong FirstSlot => Days.SlotAt(Start) + 1;

    public static DateTimeOffset Release => Days.StartOf(FirstSlot + 13);

    public AnvilServer Chain { get; }

    public QuarantineDeployment Deployment { get; }

    public IReadOnlyList<TestMember> Members { get; }

    public RegistryView Registry { get; }

    public IEthereumNode Node => Chain.Node;

    /// <summary>The chief officer.</summary>
    public PrivateKey Officer => Chain.Keys[0];

    public Address Strong => Deployment.Policies[SystemDeployer.Strong];

    public static async Task<TestCommunity> StartAsync()
    {
        var chain = await AnvilServer.StartAsync(new AnvilOptions { StartTimestamp = (ulong)Start.ToUnixTimeSeconds() });
        using var sender = new TransactionSender(chain.Node, chain.Keys[0], 31_337, TimeProvider.System);
        var deployment = await new SystemDeployer(chain.Node, sender, 31_337).DeployAsync(new PolicyLimits());
        var community = new TestCommunity(chain, deployment, [.. Enumerable.Range(1, Size).Select(number => TestMember.Of(number))]);
        await community.SetUpAsync();
        return community;
    }

    /// <summary>Sends as an account of this chain.</summary>
    public TransactionSender Sender(PrivateKey account) => new(Node, account, Deployment.ChainId, TimeProvider.System);

    /// <summary>Calls a contract as an account; throws where it refuses.</summary>
    public async Task<TransactionReceipt> CallAsync(PrivateKey account, Address contract, byte[] call)
    {
        using var sender = Sender(account);
        return await sender.CallAsync(contract, call, CancellationToken.None);
    }

    public Task<TransactionReceipt> CallRegistryAsync(byte[] call) => _officer.CallAsync(Deployment.Registry, call, CancellationToken.None);

    /// <summary>The first moment of a slot, or this long after it.</summary>
    public Task MoveToAsync(ulong slot, TimeSpan after = default) =>
        Chain.MineAtAsync((ulong)(Days.StartOf(slot) + after).ToUnixTimeSeconds());

    /// <summary>A report of a member in its page, bound to a relay.</summary>
    public Task<SignedReport> SignAsync(TestMember member, Address relay, Address policy, ReportKind kind, ulong slot, IntervalSummary summary) =>
        SignAsync(member, relay, policy, kind, slot, summary.Pack());

    /// <summary>The same with any state, be it a packed summary or not.</summary>
    public async Task<SignedReport> SignAsync(TestMember member, Address relay, Address policy, ReportKind kind, ulong slot, Bytes32 state)
    {
        await _follower.LookAsync();
        var (page, ring) = (await _follower.RingsAtAsync(slot)).First(entry => entry.Value.IndexOf(member.Ring.PublicKey) >= 0);
        var statement = new Statement(new Scope(Deployment.ChainId, policy, Id, (byte)kind, slot), state, relay);
        return new SignedReport(policy, Id, kind, slot, state, page, new LsagSigner().Sign(member.Ring, ring, statement));
    }

    /// <summary>Nobody went or came.</summary>
    public static IntervalSummary Quiet { get; } = IntervalSummary.Create(0, TimeSpan.Zero, TimeSpan.Zero, 0, TimeSpan.Zero, SummaryFlags.None);

    /// <summary>One trip of ten minutes.</summary>
    public static IntervalSummary OneTrip { get; } = IntervalSummary.Create(
        1, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10), 0, TimeSpan.Zero, SummaryFlags.None);

    /// <summary>An alert of the strong policy, submitted by the relay that it names.</summary>
    public async Task<TransactionReceipt> AlertAsync(TestMember member, TestMember relay, ulong slot)
    {
        var report = await SignAsync(member, relay.Account.Address, Strong, ReportKind.Alert, slot, OneTrip);
        return await CallAsync(relay.Account, Strong, QuarantinePolicyCalls.Report(report));
    }

    /// <summary>Admits members with house numbers that hold until the release date.</summary>
    public async Task AdmitAsync(params IReadOnlyList<TestMember> members)
    {
        await CallRegistryAsync(CommunityRegistryCalls.Admit([.. members.Select(member => Admission(member, HouseNumber(member)))]));
        await FundAsync(members);
    }

    /// <summary>What admits a member with this house number, signed by the chief officer.</summary>
    public Admission Admission(TestMember member, VirtualHouseNumber houseNumber) =>
        new(houseNumber.Sign(Deployment.Domain, Officer), member.Request(Deployment.Domain, houseNumber.CommunityId));

    /// <summary>Closes the queue together with the pages to be dissolved, and cuts the pages, which are in force from the next slot on.</summary>
    public async Task CutPagesAsync(params ulong[] dissolved)
    {
        await CallRegistryAsync(CommunityRegistryCalls.CloseQueue(Id, dissolved));
        await Chain.MineAsync(3);
        var queue = await Registry.QueueAsync(Id);
        var seed = await Node.GetBlockAsync(BlockReference.At(queue.SeedBlock));
        await _follower.LookAsync();
        var pool = await new RoundPool(Node, Deployment, _follower).ReadAsync(queue.ClosedRound);
        await CallRegistryAsync(CommunityRegistryCalls.CutPages(Id, PageOrder.Sort(seed!.Hash, pool)));
    }

    /// <summary>The member's house number, as the registry has it.</summary>
    public SignedHouseNumber HouseNumberOf(TestMember member) => HouseNumber(member).Sign(Deployment.Domain, Officer);

    /// <summary>The same, not signed.</summary>
    public static VirtualHouseNumber HouseNumber(TestMember member) =>
        new(Id, member.Account.Address, (ulong)Start.ToUnixTimeSeconds(), (ulong)Release.ToUnixTimeSeconds());

    public async ValueTask DisposeAsync()
    {
        _officer.Dispose();
        _follower.Dispose();
        foreach (var member in Members)
        {
            member.Dispose();
        }

        await Chain.DisposeAsync();
    }

    private async Task SetUpAsync()
    {
        await CallRegistryAsync(CommunityRegistryCalls.CreateCommunity(Id, Days.UtcOffset, Size, Size));
        await CallRegistryAsync(CommunityRegistryCalls.SchedulePolicy(Id, Strong, FirstSlot - 1));
        await AdmitAsync(Members);
        await CutPagesAsync();
        await MoveToAsync(FirstSlot);
    }

    private async Task FundAsync(IEnumerable<TestMember> members)
    {
        foreach (var member in members)
        {
            await Chain.SetBalanceAsync(member.Account.Address, Ether);
        }
    }
}
