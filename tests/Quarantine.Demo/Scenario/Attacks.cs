using Quarantine.Chain.Contracts;
using Quarantine.Chain.Events;
using Quarantine.Chain.Transactions;
using Quarantine.Demo.World;
using Quarantine.Ethereum.Nodes;
using Quarantine.Ethereum.Primitives;
using Quarantine.Ethereum.Transactions;
using Quarantine.Gateway.Relay;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Mqtt;
using Quarantine.Messages.Relay;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Demo.Scenario;

/// <summary>The two frauds of the scenario, each tried through a relay and at the contract itself.</summary>
internal sealed class Attacks(DemoWorld world)
{
    private const ulong GasLimit = 1_000_000;

    /// <summary>Takes a genuine report off the chain, lets it say that nothing happened, and submits it; whether everybody refused.</summary>
    public async Task<bool> ForgeAsync(ulong slot)
    {
        var genuine = world.Watch.Read(world.CommunityId, state => state.Violations.First(violation => violation.Slot == slot)).Report;
        var forged = genuine with { State = Nothing() };
        var relay = world.Households[0];
        var before = relay.Gateway.RelayDecisions.GetValueOrDefault(RelayDecision.InvalidReport);
        await HandToRelayAsync(forged, relay);
        var refusedByRelay = relay.Gateway.RelayDecisions.GetValueOrDefault(RelayDecision.InvalidReport) == before + 1;
        return refusedByRelay && !await IsMinedAsync(forged);
    }

    /// <summary>A member signs a second report of a slot, truly, for another relay; whether the contract refused, and the first one stands.</summary>
    public async Task<bool> DoubleAsync(ulong slot)
    {
        var cheat = world.Households[ScenarioScript.Leaver];
        var first = cheat.Gateway.Outbox.All().First(entry => entry.Slot == slot && entry.Kind == ReportKind.Daily).Relay;
        var relay = world.Households.First(house => house != cheat && house.Gateway.Account != first);
        var policy = world.Watch.Read(world.CommunityId, state => state.PolicyAt(slot))!.Value;
        var rings = await cheat.Gateway.Community.RingsAtAsync(slot);
        var (page, ring) = rings.First(known => known.Value.IndexOf(cheat.Keys.Ring.PublicKey) >= 0);
        var unsigned = new SignedReport(policy, world.CommunityId, ReportKind.Daily, slot, Nothing(), page, Signature: null!);
        var statement = unsigned.StatementOn(world.Office.Deployment.ChainId, relay.Gateway.Account);
        var second = unsigned with { Signature = new LsagSigner().Sign(cheat.Keys.Ring, ring, statement) };
        var before = Reports(slot);
        await HandToRelayAsync(second, relay);
        await world.AdvanceToAsync(world.Clock.GetUtcNow() + TimeSpan.FromHours(2));
        var refused = relay.Gateway.Relayed.All().Any(entry =>
            entry.Status == RelayedStatus.Failed && entry.Key.EndsWith(second.Signature.Tag.X.ToString(), StringComparison.Ordinal));
        return refused && Reports(slot) == before;
    }

    private static Bytes32 Nothing() => IntervalSummary.Create(0, default, default, 0, default, SummaryFlags.None).Pack();

    private int Reports(ulong slot) =>
        world.Watch.Read(world.CommunityId, state => state.Reports.Count(report => report.Slot == slot && report.Kind == ReportKind.Daily));

    private async Task HandToRelayAsync(SignedReport report, Household relay)
    {
        var key = relay.Keys.Sealing.PublicKey;
        var message = new RelayMessage(RelayMessageType.Report, SignedReportCodec.Encode(report)).ToArray();
        var sealedMessage = new MessageSealer().Seal(message, [key], world.CommunityId.ToArray());
        await world.PublishAsStrangerAsync(CommunityTopics.Relay(world.CommunityId), sealedMessage);
    }

    /// <summary>Sends it to the contract as a transaction, without asking first whether it would be refused.</summary>
    private async Task<bool> IsMinedAsync(SignedReport report)
    {
        var account = world.Stranger;
        var (maximum, priority) = await FeePolicy.SuggestAsync(world.Chain, CancellationToken.None);
        var signed = new Eip1559Transaction
        {
            ChainId = world.Office.Deployment.ChainId,
            AccountNonce = await world.Chain.GetTransactionCountAsync(account.Address, BlockReference.Pending),
            MaxFeePerGas = maximum,
            MaxPriorityFeePerGas = priority,
            GasLimit = GasLimit,
            To = report.Policy,
            Data = QuarantinePolicyCalls.Report(report),
        }.Sign(account);
        await world.Chain.SendRawTransactionAsync(signed.Raw);
        await world.SettleAsync();
        var receipt = await world.Chain.GetTransactionReceiptAsync(signed.Hash)
            ?? throw new InvalidOperationException("The stranger's transaction is in no block.");
        return receipt.Succeeded;
    }
}
