using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.TestKit.Communities;

namespace Quarantine.Chain.Tests.Scenarios;

/// <summary>Several reports in one transaction of a relay, each accepted or refused by itself.</summary>
public sealed class BatchTests(CommunityFixture fixture) : CommunityScenario(fixture)
{
    private TestMember Relay => Members[1];

    [Fact]
    public async Task ReportBatch_EightGood_AcceptsAllInTheirOrder()
    {
        var reports = await SignEightAsync();

        var receipt = await SubmitBatchAsync(reports);

        Assert.Empty(BatchRefusal.Read(Community.Strong, receipt.Logs));
        var accepted = EventsOf(receipt).OfType<ReportAccepted>().Select(told => told.TagX);
        Assert.Equal(reports.Select(report => report.Signature.Tag.X), accepted);
    }

    [Fact]
    public async Task ReportBatch_BadOnesAmongEight_AcceptsTheGoodAndSaysWhyOfEachOther()
    {
        var reports = await SignEightAsync();
        var z = reports[3].Signature.Z.ToArray();
        reports[1] = await Community.SignAsync(Members[1], Relay.Account.Address, Community.Strong, ReportKind.Alert, Today, Bytes32.FromUInt64(1));
        reports[2] = reports[0];
        reports[3] = With(reports[3], [.. z[1..], z[0]]);
        reports[4] = await Community.SignAsync(Members[4], Relay.Account.Address, Community.Strong, (ReportKind)7, Today, TestCommunity.OneTrip);
        reports[5] = reports[5] with { Page = 99 };
        reports[6] = With(reports[6], z.AsSpan(0, 3));

        var receipt = await SubmitBatchAsync(reports);

        var refusals = BatchRefusal.Read(Community.Strong, receipt.Logs);
        Assert.Equal(
            [
                $"1 MalformedState(state: {Bytes32.FromUInt64(1)})",
                $"2 TagSpent(tagX: {reports[0].Signature.Tag.X.ToBigInteger()})",
                "3 SignatureInvalid()",
                "4 UnknownKind(kind: 7)",
                $"5 RingNotInForce(page: 99, slot: {Today})",
                "6 RingSizeMismatch(responses: 3, ringSize: 8)",
            ],
            refusals.Select(refusal => $"{refusal.Index} {ContractErrors.Describe(refusal.Reason)}"));
        Assert.Equal(
            [reports[0].Signature.Tag.X, reports[7].Signature.Tag.X], EventsOf(receipt).OfType<ReportAccepted>().Select(told => told.TagX));
        foreach (var refusal in refusals)
        {
            var alone = await RefusalAsync(reports[refusal.Index], Relay);
            Assert.Equal(ContractErrors.Describe(refusal.Reason), alone?.ToString());
        }
    }

    [Fact]
    public async Task ReportBatch_RefusedReports_CanBeSubmittedWhenTheyAreGood()
    {
        var reports = await SignEightAsync();
        var good = reports[4];
        reports[4] = With(good, [.. good.Signature.Z[1..], good.Signature.Z[0]]);
        Assert.Equal(4, Assert.Single(BatchRefusal.Read(Community.Strong, (await SubmitBatchAsync(reports)).Logs)).Index);

        Assert.Null(await SubmitAsync(good, Relay));
    }

    [Fact]
    public async Task ReportBatch_ForSeveralRelays_AcceptsThoseOfItsSenderAlone()
    {
        var reports = await SignEightAsync();
        reports[2] = await SignAlertAsync(Members[2], Members[3], Today);
        reports[6] = await SignAlertAsync(Members[6], Members[3], Today);

        var receipt = await SubmitBatchAsync(reports);

        Assert.Equal([2, 6], BatchRefusal.Read(Community.Strong, receipt.Logs).Select(refusal => refusal.Index));
        Assert.Equal(6, EventsOf(receipt).OfType<ReportAccepted>().Count());
    }

    [Fact]
    public async Task Read_LogsOfAnotherContract_ArePassedOver()
    {
        var report = await SignAlertAsync(Members[0], Members[2], Today);
        var receipt = await SubmitBatchAsync([report]);

        Assert.Single(BatchRefusal.Read(Community.Strong, receipt.Logs));
        Assert.Empty(BatchRefusal.Read(Community.Deployment.Registry, receipt.Logs));
    }

    private static SignedReport With(SignedReport report, ReadOnlySpan<Bytes32> z) =>
        report with { Signature = new LsagSignature(report.Signature.C0, report.Signature.Tag, z) };

    private async Task<SignedReport[]> SignEightAsync()
    {
        var reports = new SignedReport[TestCommunity.Size];
        for (var i = 0; i < reports.Length; i++)
        {
            reports[i] = await SignAlertAsync(Members[i], Relay, Today);
        }

        return reports;
    }

    private async Task<TransactionReceipt> SubmitBatchAsync(IReadOnlyCollection<SignedReport> reports)
    {
        var receipt = await SendAsync(Relay.Account, Community.Strong, QuarantinePolicyCalls.ReportBatch(reports));
        Assert.True(receipt.Succeeded);
        return receipt;
    }
}
