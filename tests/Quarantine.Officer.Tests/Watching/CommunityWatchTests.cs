using Quarantine.Chain.Contracts;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Messages.Reports;
using Quarantine.Officer.Verification;
using Quarantine.Officer.Watching;
using Quarantine.TestKit.Communities;

namespace Quarantine.Officer.Tests.Watching;

public sealed class CommunityWatchTests : IAsyncLifetime
{
    private TestCommunity _community = null!;
    private CommunityWatch _watch = null!;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        _watch = new CommunityWatch(_community.Node, _community.Deployment);
    }

    public async Task DisposeAsync()
    {
        _watch.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task LookAsync_AlertOfTheStrongPolicy_IsFoundOnceAndVerified()
    {
        Assert.Empty(await _watch.LookAsync());
        Assert.Equal([TestCommunity.Id], _watch.Communities);
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);

        var found = await _watch.LookAsync();

        Assert.Equal(2, found.Count);
        var report = Assert.IsType<ReportFinding>(found[0]);
        Assert.False(report.Compliant);
        Assert.Equal(TestCommunity.OneTrip, report.Summary);
        var violation = Assert.IsType<ViolationFinding>(found[1]);
        Assert.Equal(ViolationVerdict.Verified, violation.Verdict);
        Assert.Equal(ReportKind.Alert, violation.Kind);
        Assert.Equal(report.TagX, violation.TagX);
        Assert.Empty(await _watch.LookAsync());
        Assert.Equal(found, _watch.Findings);
    }

    [Fact]
    public async Task LookAsync_OnlyAnotherCommunity_FindsNothing()
    {
        using var other = new CommunityWatch(_community.Node, _community.Deployment, Ethereum.Primitives.Bytes32.FromUInt64(9));
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);

        Assert.Empty(await other.LookAsync());
        Assert.Empty(other.Communities);
    }

    [Fact]
    public async Task LookAsync_WhatAReorganisationTookBack_IsWithdrawnAndFoundAgainWhenItReturns()
    {
        var snapshot = await _community.Chain.SnapshotAsync();
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        var found = await _watch.LookAsync();

        await _community.Chain.RevertAsync(snapshot);
        await _community.Chain.MineAsync(3);
        var withdrawn = await _watch.LookAsync();
        Assert.Equal(found, withdrawn.Cast<WithdrawnFinding>().Select(finding => finding.Former));
        Assert.Empty(_watch.Findings);

        await _community.AlertAsync(_community.Members[0], _community.Members[2], TestCommunity.FirstSlot);
        Assert.Equal(2, (await _watch.LookAsync()).Count);
    }

    [Fact]
    public async Task LookAsync_AfterAReorganisationThatKeptTheReport_TellsNothing()
    {
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _community.Chain.MineAsync(2);
        Assert.Equal(2, (await _watch.LookAsync()).Count);

        await _community.Chain.ReorganiseAsync(1);

        Assert.Empty(await _watch.LookAsync());
        Assert.Equal(2, _watch.Findings.Count);
    }

    [Fact]
    public async Task LookAsync_Emergency_IsFoundWithEachState()
    {
        var worker = _community.Chain.Keys[1];
        var board = _community.Deployment.EmergencyBoard;
        byte[] ciphertext = [1, 2, 3];
        var hash = Keccak256.Hash(ciphertext);
        await _community.CallRegistryAsync(
            CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, worker.Address, worker.PublicKey.X, worker.PublicKey.Y));
        await _community.CallAsync(_community.Members[0].Account, board, EmergencyBoardCalls.Post(TestCommunity.Id, hash));
        await _community.CallAsync(_community.Members[0].Account, board, EmergencyBoardCalls.Publish(TestCommunity.Id, ciphertext));
        await _community.CallAsync(worker, board, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, hash));
        await _community.CallAsync(worker, board, EmergencyBoardCalls.Resolve(TestCommunity.Id, hash));

        var found = (await _watch.LookAsync()).Cast<EmergencyFinding>().ToList();

        Assert.All(found, finding => Assert.Equal(hash, finding.Hash));
        Assert.Equal(
            [EmergencyBoardStatus.Posted, EmergencyBoardStatus.Published, EmergencyBoardStatus.Acknowledged, EmergencyBoardStatus.Resolved],
            found.Select(finding => finding.Status));
        Assert.Equal(worker.Address, found[3].By);
    }
}
