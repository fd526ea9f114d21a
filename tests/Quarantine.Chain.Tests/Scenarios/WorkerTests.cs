using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>Workers: who they are, whom emergencies are sealed to, and under which key.</summary>
public sealed class WorkerTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private Address Registry => Community.Deployment.Registry;

    private PrivateKey First => Chain.Keys[1];

    private PrivateKey Second => Chain.Keys[2];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Community.CallRegistryAsync(Register(First, First.PublicKey));
        await Community.CallRegistryAsync(Register(Second, Second.PublicKey));
    }

    [Fact]
    public async Task Duty_SetByTheWorkerOrAnOfficer_DecidesWhomEmergenciesAreSealedTo()
    {
        Assert.Equal([First.Address, Second.Address], await RecipientsAsync());

        await Community.CallAsync(Second, Registry, CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, Second.Address, onDuty: true));
        Assert.Equal([Second.Address], await RecipientsAsync());

        await Community.CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, First.Address, onDuty: true));
        await Community.CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, Second.Address, onDuty: false));
        Assert.Equal([First.Address], await RecipientsAsync());
    }

    [Fact]
    public async Task RotateWorkerKey_ByTheWorker_ReplacesTheKeyAndKeepsTheDuty()
    {
        await Community.CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, First.Address, onDuty: true));
        var key = Chain.Keys[3].PublicKey;

        await Community.CallAsync(First, Registry, CommunityRegistryCalls.RotateWorkerKey(TestCommunity.Id, key.X, key.Y));

        Assert.Equal(new Worker(First.Address, key.X, key.Y, OnDuty: true), (await WorkersAsync()).Single(worker => worker.Account == First.Address));
    }

    [Fact]
    public async Task RemoveWorker_WhoIsOnDuty_EndsRoleKeyAndDuty()
    {
        await Community.CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, First.Address, onDuty: true));

        await Community.CallRegistryAsync(CommunityRegistryCalls.RemoveWorker(TestCommunity.Id, First.Address));

        Assert.False(await Community.Registry.IsWorkerAsync(TestCommunity.Id, First.Address));
        Assert.Equal([Second.Address], await RecipientsAsync());
        var rotate = CommunityRegistryCalls.RotateWorkerKey(TestCommunity.Id, First.PublicKey.X, First.PublicKey.Y);
        Assert.Equal($"UnknownWorker(worker: {First.Address})", await RefusalAsync(First, rotate));
        await Community.CallRegistryAsync(Register(First, First.PublicKey));
        Assert.False((await WorkersAsync()).Single(worker => worker.Account == First.Address).OnDuty);
    }

    [Fact]
    public async Task Workers_ChangedByWhoeverMayNot_AreRefused()
    {
        var stranger = Members[0].Account;
        foreach (var (caller, call) in new[]
        {
            (stranger, Register(stranger, stranger.PublicKey)), (First, CommunityRegistryCalls.RemoveWorker(TestCommunity.Id, Second.Address)),
        })
        {
            Assert.StartsWith($"AccessControlUnauthorizedAccount(account: {caller.Address}", await RefusalAsync(caller, call), StringComparison.Ordinal);
        }

        Assert.Equal(
            $"NotAnOfficer(account: {Second.Address})",
            await RefusalAsync(Second, CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, First.Address, onDuty: true)));
        Assert.Equal(
            $"UnknownWorker(worker: {stranger.Address})",
            await RefusalAsync(stranger, CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, stranger.Address, onDuty: true)));
        var offCurve = CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, stranger.Address, Bytes32.FromUInt64(5), Bytes32.FromUInt64(5));
        Assert.Equal($"WorkerKeyInvalid(keyX: {Bytes32.FromUInt64(5)})", await RefusalAsync(Community.Officer, offCurve));
    }

    private static byte[] Register(PrivateKey worker, PublicKey key) =>
        CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, worker.Address, key.X, key.Y);

    private async Task<IReadOnlyList<Worker>> WorkersAsync()
    {
        using var follower = await FollowAsync();
        return follower.Read(state => state.Workers.ToList());
    }

    private async Task<IReadOnlyList<Address>> RecipientsAsync()
    {
        using var follower = await FollowAsync();
        return follower.Read(state => state.EmergencyRecipients().Select(worker => worker.Account).ToList());
    }

    private async Task<string?> RefusalAsync(PrivateKey caller, byte[] call) => (await RefusalAsync(caller.Address, Registry, call))?.ToString();
}
