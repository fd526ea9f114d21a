using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.TestKit.Communities;
using Quarantine.TestKit.Time;
using Quarantine.Worker.Desk;

namespace Quarantine.Worker.Tests.Desk;

/// <summary>A worker's desk on a real chain: genuine calls for help, and every attack on one.</summary>
public sealed class WorkerDeskTests : IAsyncLifetime
{
    private readonly SealingKeyPair _sealing = SealingKeyPair.Generate(RandomSource.System);
    private readonly SealingKeyPair _otherSealing = SealingKeyPair.Generate(RandomSource.System);
    private readonly SimulatedClock _clock = new(TestCommunity.Start.AddHours(21));
    private TestCommunity _community = null!;
    private WorkerDesk _desk = null!;

    private PrivateKey Account => _community.Chain.Keys[1];

    private PrivateKey OtherAccount => _community.Chain.Keys[2];

    private TestMember Household => _community.Members[0];

    private Address Board => _community.Deployment.EmergencyBoard;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        await RegisterAsync(Account, _sealing.PublicKey);
        await RegisterAsync(OtherAccount, _otherSealing.PublicKey);
        _desk = DeskOf(Account, _sealing);
    }

    public async Task DisposeAsync()
    {
        _desk.Dispose();
        _sealing.Dispose();
        _otherSealing.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task TakeSealed_ThenItsHashOnTheChain_IsOneVerifiedCase()
    {
        var message = Sealed();
        Assert.True(_desk.TakeSealed(message));
        Assert.True(_desk.TakeSealed(message));
        await PostAsync(message);
        await _desk.LookAsync();

        var entry = Assert.Single(_desk.Entries);
        Assert.True(entry.IsPosted);
        Assert.Equal("Wang Fang", entry.Content!.Name);
        var opened = await _desk.OpenAsync(entry.Hash);
        Assert.True(opened!.IsVerified);
        Assert.Equal(
            ["gateway's signature", "officer's signature", "community", "registered", "not revoked", "not expired"],
            opened.Checks.Select(check => check.Name));
    }

    [Fact]
    public async Task LookAsync_HashBeforeTheMessage_IsTheSameCase()
    {
        var message = Sealed();
        await PostAsync(message);
        await _desk.LookAsync();
        var announced = Assert.Single(_desk.Entries);
        Assert.Null(announced.Content);
        Assert.Null(await _desk.OpenAsync(announced.Hash));

        Assert.True(_desk.TakeSealed(message));
        Assert.Equal(announced.Received, Assert.Single(_desk.Entries).Received);
        Assert.True((await _desk.OpenAsync(announced.Hash))!.IsVerified);
    }

    [Fact]
    public async Task LookAsync_CiphertextPublishedOnTheChain_IsOpenedWithoutABroker()
    {
        var message = Sealed();
        await _community.CallAsync(_community.Members[3].Account, Board, EmergencyBoardCalls.Publish(TestCommunity.Id, message));
        await _desk.LookAsync();

        Assert.True((await _desk.OpenAsync(Keccak256.Hash(message)))!.IsVerified);
    }

    [Fact]
    public async Task OpenAsync_HouseNumberSignedByNobodyOfTheRegistry_IsNotVerified() => await AssertFailsAsync(
        Sealed(TestCommunity.HouseNumber(Household).Sign(_community.Deployment.Domain, OtherAccount)), "officer's signature");

    [Fact]
    public async Task OpenAsync_HouseNumberMadeUpByAStranger_IsNotVerified()
    {
        using var stranger = TestMember.Of(99);
        var number = TestCommunity.HouseNumber(stranger).Sign(_community.Deployment.Domain, stranger.Account);
        var message = TestEmergency.Seal(TestEmergency.Content(number), _community.Deployment.Domain, stranger.Account, _sealing.PublicKey);
        await AssertFailsAsync(message, "officer's signature", "registered", "not revoked");
    }

    [Fact]
    public async Task OpenAsync_HouseNumberWithALaterDateThanTheOfficerSigned_IsNotVerified()
    {
        var genuine = _community.HouseNumberOf(Household);
        await AssertFailsAsync(Sealed(genuine with { HouseNumber = genuine.HouseNumber with { ExpiresAt = ulong.MaxValue } }), "officer's signature", "registered");
    }

    [Fact]
    public async Task OpenAsync_HouseNumberOfAnotherCommunity_IsNotVerified()
    {
        var number = TestCommunity.HouseNumber(Household) with { CommunityId = Bytes32.FromUInt64(1) };
        await AssertFailsAsync(Sealed(number.Sign(_community.Deployment.Domain, _community.Officer)), "community", "registered");
    }

    [Fact]
    public async Task OpenAsync_AfterRevocation_IsNotVerified()
    {
        await _community.CallRegistryAsync(CommunityRegistryCalls.Revoke(TestCommunity.Id, Household.Account.Address));
        await AssertFailsAsync(Sealed(), "not revoked");
    }

    [Fact]
    public async Task OpenAsync_AfterTheReleaseDate_IsNotVerified()
    {
        _clock.AdvanceTo(TestCommunity.Release);
        await AssertFailsAsync(Sealed(), "not expired");
    }

    [Fact]
    public async Task OpenAsync_AfterALaterHouseNumberWasIssued_IsNotVerified()
    {
        var later = TestCommunity.HouseNumber(Household) with { IssuedAt = (ulong)TestCommunity.Start.ToUnixTimeSeconds() + 60 };
        await _community.CallRegistryAsync(CommunityRegistryCalls.Renew(later.Sign(_community.Deployment.Domain, _community.Officer)));
        await AssertFailsAsync(Sealed(), "registered");
        Assert.True((await OpenAsync(Sealed(later.Sign(_community.Deployment.Domain, _community.Officer)))).IsVerified);
    }

    [Fact]
    public async Task OpenAsync_SignedByAnotherHouseholdThanTheHouseNumberNames_IsForged()
    {
        var content = TestEmergency.Content(_community.HouseNumberOf(Household));
        var message = TestEmergency.Seal(content, _community.Deployment.Domain, _community.Members[1].Account, _sealing.PublicKey);

        var opened = await OpenAsync(message);

        Assert.True(opened.IsForged);
        Assert.Null(opened.Content);
        Assert.False(Assert.Single(opened.Checks).Holds);
    }

    [Fact]
    public async Task OpenAsync_SealedGarbage_IsForged()
    {
        foreach (var length in new[] { 0, 1, 65, 512 + 65, 2560 + 65, 5000 })
        {
            Assert.True((await OpenAsync(TestEmergency.SealBytes(new byte[length], _sealing.PublicKey))).IsForged);
        }
    }

    [Fact]
    public void TakeSealed_SealedToOthersAlteredOrJunk_LeavesNothing()
    {
        var genuine = Sealed();
        Assert.False(_desk.TakeSealed(TestEmergency.Seal(_community, Household, _otherSealing.PublicKey)));
        Assert.False(_desk.TakeSealed(ReadOnlyMemory<byte>.Empty));
        Assert.False(_desk.TakeSealed(new byte[WorkerDesk.LargestMessage + 1]));
        for (var i = 0; i < genuine.Length; i += 7)
        {
            var altered = (byte[])genuine.Clone();
            altered[i] ^= 1;
            Assert.False(_desk.TakeSealed(altered));
        }

        Assert.Empty(_desk.Entries);
        Assert.Equal(3 + ((genuine.Length + 6) / 7), _desk.NotForUs);
    }

    [Fact]
    public async Task TakeSealed_MoreForgedMessagesThanThereIsRoomFor_KeepsTheGenuineOnes()
    {
        var before = Sealed();
        _desk.TakeSealed(before);
        for (var i = 0; i < 5000; i++)
        {
            _desk.TakeSealed(TestEmergency.SealBytes(BitConverter.GetBytes(i), _sealing.PublicKey));
        }

        var after = Sealed();
        _desk.TakeSealed(after);

        Assert.Equal(4096, _desk.Entries.Count);
        Assert.Equal(5002 - 4096, _desk.Evicted);
        Assert.True((await OpenAsync(before)).IsVerified);
        Assert.True((await OpenAsync(after)).IsVerified);
    }

    [Fact]
    public async Task AcknowledgeAsync_BeforeAnyRelayPosted_PostsAndAcknowledges()
    {
        var hash = Take(Sealed());
        await _desk.AcknowledgeAsync(hash);
        await _desk.AcknowledgeAsync(hash);

        Assert.Equal(Account.Address, Assert.Single(_desk.Entries).AcknowledgedBy);
        await _desk.ResolveAsync(hash);
        Assert.Equal(Account.Address, Assert.Single(_desk.Entries).ResolvedBy);
    }

    [Fact]
    public async Task AcknowledgeAsync_WhatNobodyKnows_ThrowsAndPostsNothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _desk.AcknowledgeAsync(Bytes32.FromUInt64(1)));
        var status = await new EmergencyBoardView(_community.Node, Board).StatusOfAsync(TestCommunity.Id, Bytes32.FromUInt64(1));
        Assert.Equal(EmergencyBoardStatus.Unknown, status);
    }

    [Fact]
    public async Task AcknowledgeAsync_AfterAnotherWorker_IsRefusedAndShowsWho()
    {
        using var other = DeskOf(OtherAccount, _otherSealing);
        var message = TestEmergency.Seal(_community, Household, _sealing.PublicKey, _otherSealing.PublicKey);
        var hash = Take(message);
        Assert.True(other.TakeSealed(message));
        await other.AcknowledgeAsync(hash);

        await Assert.ThrowsAsync<RevertException>(() => _desk.AcknowledgeAsync(hash));

        Assert.Equal(OtherAccount.Address, Assert.Single(_desk.Entries).AcknowledgedBy);
    }

    [Fact]
    public async Task AcknowledgeAsync_TwoWorkersAtOnce_HasOneOutcome()
    {
        using var other = DeskOf(OtherAccount, _otherSealing);
        var message = TestEmergency.Seal(_community, Household, _sealing.PublicKey, _otherSealing.PublicKey);
        var hash = Take(message);
        other.TakeSealed(message);

        var outcomes = await Task.WhenAll(IsAnsweredAsync(_desk, hash), IsAnsweredAsync(other, hash));
        await _desk.LookAsync();
        await other.LookAsync();

        Assert.Single(outcomes, answered => answered);
        var by = Assert.Single(_desk.Entries).AcknowledgedBy;
        Assert.Equal(outcomes[0] ? Account.Address : OtherAccount.Address, by);
        Assert.Equal(by, Assert.Single(other.Entries).AcknowledgedBy);
    }

    [Fact]
    public async Task LookAsync_AcknowledgementTakenBackByAReorganisation_WaitsAgain()
    {
        var message = Sealed();
        var hash = Take(message);
        await PostAsync(message);
        await _desk.LookAsync();
        var snapshot = await _community.Chain.SnapshotAsync();
        await _desk.AcknowledgeAsync(hash);

        await _community.Chain.RevertAsync(snapshot);
        await _community.Chain.MineAsync(3);
        await _desk.LookAsync();

        var entry = Assert.Single(_desk.Entries);
        Assert.True(entry.IsPosted);
        Assert.Null(entry.AcknowledgedBy);
    }

    [Fact]
    public void TakeSealed_WithAFormerKey_IsStillOpened()
    {
        using var desk = new WorkerDesk(_community.Node, _community.Deployment, TestCommunity.Id, Account, [_otherSealing, _sealing], _clock);
        Assert.True(desk.TakeSealed(Sealed()));
    }

    private async Task AssertFailsAsync(byte[] message, params string[] failing)
    {
        var opened = await OpenAsync(message);
        Assert.False(opened.IsVerified);
        Assert.NotNull(opened.Content);
        Assert.Equal(failing, opened.Checks.Where(check => !check.Holds).Select(check => check.Name));
    }

    private async Task<EmergencyCase> OpenAsync(byte[] message) => (await _desk.OpenAsync(Take(message)))!;

    private Bytes32 Take(byte[] message)
    {
        Assert.True(_desk.TakeSealed(message));
        return Keccak256.Hash(message);
    }

    private byte[] Sealed() => TestEmergency.Seal(_community, Household, _sealing.PublicKey);

    private byte[] Sealed(SignedHouseNumber number) =>
        TestEmergency.Seal(TestEmergency.Content(number), _community.Deployment.Domain, Household.Account, _sealing.PublicKey);

    private Task PostAsync(byte[] message) =>
        _community.CallAsync(_community.Members[3].Account, Board, EmergencyBoardCalls.Post(TestCommunity.Id, Keccak256.Hash(message)));

    private Task RegisterAsync(PrivateKey worker, SealingPublicKey key) =>
        _community.CallRegistryAsync(CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, worker.Address, key.X, key.Y));

    private WorkerDesk DeskOf(PrivateKey account, SealingKeyPair sealing) =>
        new(_community.Node, _community.Deployment, TestCommunity.Id, account, [sealing], _clock);

    private static async Task<bool> IsAnsweredAsync(WorkerDesk desk, Bytes32 hash)
    {
        try
        {
            await desk.AcknowledgeAsync(hash);
            return true;
        }
        catch (Exception refused) when (refused is RevertException or Chain.Transactions.TransactionException)
        {
            return false;
        }
    }
}
