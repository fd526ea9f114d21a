using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Abi;
using Quarantine.Ethereum.Keys;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.HouseNumbers;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>An officer's role moves in two steps, and with it everything that an officer's key can do.</summary>
public sealed class OfficerTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private Address Registry => Community.Deployment.Registry;

    private PrivateKey Officer => Community.Officer;

    private PrivateKey Successor => Chain.Keys[4];

    [Fact]
    public async Task HandOver_OfferedAndAccepted_MovesTheRoleFromOneToTheOther()
    {
        var offered = await Community.CallAsync(Officer, Registry, CommunityRegistryCalls.OfferHandOver(Successor.Address));
        Assert.True(Assert.Single(offered.Logs).Is(Registry, EventTopic.Of("HandOverOffered(address,address)"), indexedParameters: 2));
        Assert.True(await Community.Registry.IsOfficerAsync(Officer.Address));
        Assert.False(await Community.Registry.IsOfficerAsync(Successor.Address));

        var accepted = await Community.CallAsync(Successor, Registry, CommunityRegistryCalls.AcceptHandOver(Officer.Address));

        var told = Assert.Single(accepted.Logs, log => log.Is(Registry, EventTopic.Of("HandOverAccepted(address,address)"), indexedParameters: 2));
        Assert.Equal([Officer.Address.ToWord(), Successor.Address.ToWord()], told.Topics.ToArray()[1..]);
        Assert.False(await Community.Registry.IsOfficerAsync(Officer.Address));
        Assert.True(await Community.Registry.IsOfficerAsync(Successor.Address));
    }

    [Fact]
    public async Task HandOver_AfterIt_OnlyTheSuccessorActsAndOnlyItsHouseNumbersCount()
    {
        using var member = TestMember.Of(61);
        var number = TestCommunity.HouseNumber(member);
        var request = member.Request(Community.Deployment.Domain, TestCommunity.Id);
        byte[] AdmitSignedBy(PrivateKey officer) => CommunityRegistryCalls.Admit([new Admission(number.Sign(Community.Deployment.Domain, officer), request)]);
        await Community.CallAsync(Officer, Registry, CommunityRegistryCalls.OfferHandOver(Successor.Address));
        Assert.Equal($"NotAnOfficer(account: {Successor.Address})", await RefusalAsync(Officer, AdmitSignedBy(Successor)));

        await Community.CallAsync(Successor, Registry, CommunityRegistryCalls.AcceptHandOver(Officer.Address));

        AssertNoOfficer(await RefusalAsync(Officer, AdmitSignedBy(Successor)), Officer);
        Assert.Equal($"NotAnOfficer(account: {Officer.Address})", await RefusalAsync(Successor, AdmitSignedBy(Officer)));
        Assert.Null(await RefusalAsync(Successor, AdmitSignedBy(Successor)));
    }

    [Fact]
    public async Task HandOver_AcceptedBySomebodyElseOrTakenBack_IsRefused()
    {
        var stranger = Chain.Keys[5];
        var accept = CommunityRegistryCalls.AcceptHandOver(Officer.Address);
        Assert.Equal($"NoHandOver(officer: {Officer.Address}, successor: {Successor.Address})", await RefusalAsync(Successor, accept));
        await Community.CallAsync(Officer, Registry, CommunityRegistryCalls.OfferHandOver(Successor.Address));
        Assert.Equal($"NoHandOver(officer: {Officer.Address}, successor: {stranger.Address})", await RefusalAsync(stranger, accept));

        await Community.CallAsync(Officer, Registry, CommunityRegistryCalls.OfferHandOver(Address.Zero));

        Assert.Equal($"NoHandOver(officer: {Officer.Address}, successor: {Successor.Address})", await RefusalAsync(Successor, accept));
        AssertNoOfficer(await RefusalAsync(stranger, CommunityRegistryCalls.OfferHandOver(stranger.Address)), stranger);
    }

    private static void AssertNoOfficer(string? refusal, PrivateKey caller) =>
        Assert.StartsWith($"AccessControlUnauthorizedAccount(account: {caller.Address}", refusal, StringComparison.Ordinal);

    private async Task<string?> RefusalAsync(PrivateKey caller, byte[] call) => (await RefusalAsync(caller.Address, Registry, call))?.ToString();
}
