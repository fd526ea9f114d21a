using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Communities;

/// <summary>The whole way of a report and of an emergency, on a real chain.</summary>
public sealed class CommunityOnChainTests : IAsyncLifetime
{
    private TestCommunity _community = null!;
    private CommunityFollower _follower = null!;

    public async Task InitializeAsync()
    {
        _community = await TestCommunity.StartAsync();
        _follower = new CommunityFollower(_community.Node, _community.Deployment, TestCommunity.Id);
    }

    public async Task DisposeAsync()
    {
        _follower.Dispose();
        await _community.DisposeAsync();
    }

    [Fact]
    public async Task LookAsync_AfterPagesWereCut_KnowsMembersRingAndPolicy()
    {
        await _follower.LookAsync();

        var rings = await _follower.RingsAtAsync(TestCommunity.FirstSlot);
        var ring = Assert.Single(rings).Value;
        Assert.Equal(TestCommunity.Size, ring.Count);
        Assert.All(_community.Members, member => Assert.True(ring.IndexOf(member.Ring.PublicKey) >= 0));
        Assert.Equal(TestCommunity.Days, _follower.Read(state => state.Clock));
        Assert.Equal(_community.Strong, _follower.Read(state => state.PolicyAt(TestCommunity.FirstSlot)));
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
        Assert.Empty(await _follower.RingsAtAsync(TestCommunity.FirstSlot - 1));
    }

    [Fact]
    public async Task Report_OfAMemberThroughAnother_IsToldWithAViolationThatVerifiesFromTheEventAlone()
    {
        await _community.AlertAsync(_community.Members[2], _community.Members[5], TestCommunity.FirstSlot);
        await _follower.LookAsync();

        var report = Assert.Single(_follower.Read(state => state.Reports.ToList()));
        Assert.False(report.Compliant);
        Assert.Equal(TestCommunity.OneTrip.Pack(), report.State);
        var violation = Assert.Single(_follower.Read(state => state.Violations.ToList()));
        Assert.Equal(_community.Members[5].Account.Address, violation.Relay);
        Assert.Equal(report.TagX, violation.Report.Signature.Tag.X);
        var ring = await new RingReader(_community.Node).ReadAsync(violation.RingCode, violation.RingCodeHash);
        var statement = violation.Report.StatementOn(_community.Deployment.ChainId, violation.Relay);
        Assert.True(LsagVerifier.Verify(ring!, statement, violation.Report.Signature));
        Assert.False(LsagVerifier.Verify(ring!, statement with { Relay = _community.Members[2].Account.Address }, violation.Report.Signature));
    }

    [Fact]
    public async Task Report_Twice_IsRefusedAsSpent()
    {
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);

        var refused = await Assert.ThrowsAsync<RevertException>(
            () => _community.AlertAsync(_community.Members[0], _community.Members[3], TestCommunity.FirstSlot));
        Assert.True(ContractErrors.TryRead(refused.Revert, out var error));
        Assert.Equal("TagSpent", error.Name);
        Assert.Equal("tagX", Assert.Single(error.Arguments).Name);
    }

    [Fact]
    public async Task Report_Forged_IsRefused()
    {
        var (member, relay) = (_community.Members[0], _community.Members[1]);
        var report = await _community.SignAsync(
            member, relay.Account.Address, _community.Strong, ReportKind.Alert, TestCommunity.FirstSlot, TestCommunity.OneTrip);
        var z = report.Signature.Z.ToArray();
        z[3] = Bytes32.FromBigInteger(z[3].ToBigInteger() ^ 1);
        var forged = report with { Signature = new LsagSignature(report.Signature.C0, report.Signature.Tag, z) };

        var refused = await Assert.ThrowsAsync<RevertException>(
            () => _community.CallAsync(relay.Account, _community.Strong, QuarantinePolicyCalls.Report(forged)));
        Assert.Equal("SignatureInvalid()", ContractErrors.Describe(refused.Revert));
    }

    [Fact]
    public async Task Report_SubmittedByAnotherThanItsRelay_IsRefused()
    {
        var report = await _community.SignAsync(
            _community.Members[0], _community.Members[1].Account.Address, _community.Strong, ReportKind.Alert, TestCommunity.FirstSlot, TestCommunity.OneTrip);

        var refused = await Assert.ThrowsAsync<RevertException>(
            () => _community.CallAsync(_community.Members[2].Account, _community.Strong, QuarantinePolicyCalls.Report(report)));
        Assert.Equal("SignatureInvalid()", ContractErrors.Describe(refused.Revert));
    }

    [Fact]
    public async Task Emergency_FromPostToResolution_IsFollowed()
    {
        var worker = _community.Chain.Keys[1];
        var board = _community.Deployment.EmergencyBoard;
        var ciphertext = new byte[700];
        var hash = Ethereum.Cryptography.Keccak256.Hash(ciphertext);
        await _community.CallRegistryAsync(
            CommunityRegistryCalls.RegisterWorker(TestCommunity.Id, worker.Address, worker.PublicKey.X, worker.PublicKey.Y));
        await _community.CallRegistryAsync(CommunityRegistryCalls.SetWorkerDuty(TestCommunity.Id, worker.Address, onDuty: true));

        await _community.CallAsync(_community.Members[0].Account, board, EmergencyBoardCalls.Post(TestCommunity.Id, hash));
        await _community.CallAsync(_community.Members[1].Account, board, EmergencyBoardCalls.Publish(TestCommunity.Id, ciphertext));
        await _community.CallAsync(worker, board, EmergencyBoardCalls.Acknowledge(TestCommunity.Id, hash));
        await _community.CallAsync(worker, board, EmergencyBoardCalls.Resolve(TestCommunity.Id, hash));
        await _follower.LookAsync();

        var record = Assert.Single(_follower.Read(state => state.Emergencies.Values.ToList()));
        Assert.Equal(hash, record.Hash);
        Assert.Equal(ciphertext, record.Ciphertext!.Value.ToArray());
        Assert.Equal(worker.Address, record.AcknowledgedBy);
        Assert.Equal(worker.Address, record.ResolvedBy);
        Assert.Equal(worker.Address, Assert.Single(_follower.Read(state => state.EmergencyRecipients())).Account);
        Assert.Equal(EmergencyBoardStatus.Resolved, await new EmergencyBoardView(_community.Node, board).StatusOfAsync(TestCommunity.Id, hash));
    }

    [Fact]
    public async Task LookAsync_AfterAReorganisation_ForgetsWhatWasTakenBack()
    {
        await _follower.LookAsync();
        var snapshot = await _community.Chain.SnapshotAsync();
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _follower.LookAsync();
        Assert.Single(_follower.Read(state => state.Reports.ToList()));

        await _community.Chain.RevertAsync(snapshot);
        await _community.Chain.MineAsync(5);
        await _follower.LookAsync();

        Assert.Empty(_follower.Read(state => state.Reports.ToList()));
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
    }

    [Fact]
    public async Task LookAsync_AfterBlocksWereReplacedAtTheSameHeight_ReadsAgain()
    {
        await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        await _follower.LookAsync();
        Assert.Single(_follower.Read(state => state.Violations.ToList()));

        await _community.Chain.ReorganiseAsync(1);
        await _follower.LookAsync();

        Assert.Empty(_follower.Read(state => state.Violations.ToList()));
    }

    [Fact]
    public async Task LookAsync_LogsOfAnotherContract_AreDroppedAndCounted()
    {
        // Emits LOG2: the first two words of the calldata as topics, the rest as data.
        var liar = Address.Parse("0x00000000000000000000000000000000000bad00");
        await _community.Chain.SetCodeAsync(liar, Hex.Decode("0x6040360360405f376020355f35604036035fa200"));
        foreach (var known in ChainEventDecoder.Topics)
        {
            byte[] call = [.. known.ToArray(), .. TestCommunity.Id.ToArray(), .. new byte[64]];
            await _community.CallAsync(_community.Officer, liar, call);
        }

        await _follower.LookAsync();

        Assert.Equal(ChainEventDecoder.Topics.Count, (int)_follower.Dropped);
        Assert.Equal(TestCommunity.Size, _follower.Read(state => state.Members.Count));
        Assert.Empty(_follower.Read(state => state.Reports.ToList()));
    }

    [Fact]
    public async Task LookAsync_GenuineLogsRepeatedByAnotherContract_AreDroppedAndCounted()
    {
        // Emits LOG3: the first three words of the calldata as topics, the rest as data.
        var liar = Address.Parse("0x00000000000000000000000000000000000bad00");
        await _community.Chain.SetCodeAsync(liar, Hex.Decode("0x6060360360605f37604035602035" + "5f35606036035fa300"));
        var genuine = await _community.AlertAsync(_community.Members[0], _community.Members[1], TestCommunity.FirstSlot);
        Assert.Equal(2, genuine.Logs.Count);
        foreach (var log in genuine.Logs)
        {
            byte[] call = [.. log.Topics.ToArray().SelectMany(topic => topic.ToArray()), .. log.Data.Span];
            var repeated = await _community.CallAsync(_community.Officer, liar, call);
            Assert.True(ChainEventDecoder.TryDecode(Assert.Single(repeated.Logs), out _));
        }

        await _follower.LookAsync();

        Assert.Equal(2, _follower.Dropped);
        Assert.Single(_follower.Read(state => state.Reports.ToList()));
        Assert.Single(_follower.Read(state => state.Violations.ToList()));
    }
}
