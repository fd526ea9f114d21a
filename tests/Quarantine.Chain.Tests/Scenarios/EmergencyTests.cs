using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Emergencies;
using Quarantine.RingSignatures.Sealing;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>A sealed emergency on the board, from its hash to its resolution.</summary>
public sealed class EmergencyTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private readonly TestMember _worker = TestMember.Of(71);
    private byte[] _ciphertext = [];
    private Bytes32 _hash;

    private Address Board => Community.Deployment.EmergencyBoard;

    private PrivateKey Household => Members[0].Account;

    private PrivateKey Relay => Members[1].Account;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var key = _worker.Sealing.PublicKey;
        await Community.CallRegistryAsync(CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, _worker.Account.Address, key.X, key.Y));
        await Chain.SetBalanceAsync(_worker.Account.Address, 1_000_000L * Gwei);
        _ciphertext = TestEmergency.Seal(Community, Members[0], key);
        _hash = Keccak256.Hash(_ciphertext);
    }

    public override async Task DisposeAsync()
    {
        _worker.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Emergency_PostedPublishedAcknowledgedAndResolved_IsFollowedAndOpensFromTheChain()
    {
        await AssertAtAsync(EmergencyBoardStatus.Unknown);
        await Community.CallAsync(Relay, Board, EmergencyBoardCalls.Post(TestCommunity.Id, _hash));
        await AssertAtAsync(EmergencyBoardStatus.Posted);
        await Community.CallAsync(Relay, Board, EmergencyBoardCalls.Publish(TestCommunity.Id, _ciphertext));
        await AssertAtAsync(EmergencyBoardStatus.Published);
        await Community.CallAsync(_worker.Account, Board, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, _hash));
        await AssertAtAsync(EmergencyBoardStatus.Acknowledged);
        await Community.CallAsync(_worker.Account, Board, EmergencyBoardCalls.Resolve(TestCommunity.Id, _hash));
        await AssertAtAsync(EmergencyBoardStatus.Resolved);

        var record = await RecordAsync();
        Assert.Equal((_hash, _worker.Account.Address, _worker.Account.Address), (record.Hash, record.AcknowledgedBy, record.ResolvedBy));
        Assert.True(MessageOpener.TryOpen(record.Ciphertext!.Value.Span, _worker.Sealing, TestCommunity.Id.ToArray(), out var opened));
        Assert.True(SignedEmergency.TryDecode(opened, Community.Deployment.Domain, out var content));
        Assert.Equal(Household.Address, content.HouseNumber.HouseNumber.Gateway);
        Assert.False(MessageOpener.TryOpen(record.Ciphertext.Value.Span, Members[1].Sealing, TestCommunity.Id.ToArray(), out _));
    }

    [Fact]
    public async Task Emergency_AnsweredBeforeItWasPublished_NeverComesOntoTheChain()
    {
        await Community.CallAsync(Relay, Board, EmergencyBoardCalls.Post(TestCommunity.Id, _hash));
        await Community.CallAsync(_worker.Account, Board, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, _hash));

        await AssertRefusedAsync(Relay, EmergencyBoardCalls.Publish(TestCommunity.Id, _ciphertext), EmergencyBoardStatus.Acknowledged);
        Assert.Null((await RecordAsync()).Ciphertext);
    }

    [Fact]
    public async Task Emergency_StepsOutOfOrderOrTwice_AreRefused()
    {
        var (post, publish) = (EmergencyBoardCalls.Post(TestCommunity.Id, _hash), EmergencyBoardCalls.Publish(TestCommunity.Id, _ciphertext));
        var (acknowledge, resolve) = (EmergencyBoardCalls.Acknowledge(TestCommunity.Id, _hash), EmergencyBoardCalls.Resolve(TestCommunity.Id, _hash));
        await AssertRefusedAsync(_worker.Account, acknowledge, EmergencyBoardStatus.Unknown);
        await AssertRefusedAsync(_worker.Account, resolve, EmergencyBoardStatus.Unknown);
        await Community.CallAsync(Relay, Board, publish);
        await AssertRefusedAsync(Relay, post, EmergencyBoardStatus.Published);
        await AssertRefusedAsync(Relay, publish, EmergencyBoardStatus.Published);
        await AssertRefusedAsync(_worker.Account, resolve, EmergencyBoardStatus.Published);
        await Community.CallAsync(_worker.Account, Board, acknowledge);
        await AssertRefusedAsync(_worker.Account, acknowledge, EmergencyBoardStatus.Acknowledged);
        await Community.CallAsync(_worker.Account, Board, resolve);
        await AssertRefusedAsync(_worker.Account, resolve, EmergencyBoardStatus.Resolved);
    }

    [Fact]
    public async Task Emergency_OfWhoeverMayNot_IsRefused()
    {
        var stranger = Chain.Keys[5];
        var post = EmergencyBoardCalls.Post(TestCommunity.Id, _hash);
        Assert.Equal($"NotOfCommunity(account: {stranger.Address})", await RefusalAsync(stranger, post));
        await Community.CallAsync(Relay, Board, post);
        Assert.Equal(
            $"NotAWorker(account: {Relay.Address})", await RefusalAsync(Relay, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, _hash)));
        await Community.CallRegistryAsync(CommunityRegistryCalls.Revoke(TestCommunity.Id, Relay.Address));
        Assert.Equal(
            $"NotOfCommunity(account: {Relay.Address})", await RefusalAsync(Relay, EmergencyBoardCalls.Publish(TestCommunity.Id, _ciphertext)));
        Assert.Equal(
            "CiphertextSizeOutOfRange(size: 16385, maximum: 16384)",
            await RefusalAsync(Household, EmergencyBoardCalls.Publish(TestCommunity.Id, new byte[16_385])));
    }

    private async Task AssertAtAsync(EmergencyBoardStatus expected) =>
        Assert.Equal(expected, await new EmergencyBoardView(Chain.Node, Board).StatusOfAsync(TestCommunity.Id, _hash));

    private async Task AssertRefusedAsync(PrivateKey caller, byte[] call, EmergencyBoardStatus status) =>
        Assert.Equal($"EmergencyNotIn(emergencyHash: {_hash}, status: {(int)status})", await RefusalAsync(caller, call));

    private async Task<EmergencyRecord> RecordAsync()
    {
        using var follower = await FollowAsync();
        return Assert.Single(follower.Read(state => state.Emergencies.Values.ToList()));
    }

    private async Task<string?> RefusalAsync(PrivateKey caller, byte[] call) => (await RefusalAsync(caller.Address, Board, call))?.ToString();
}
