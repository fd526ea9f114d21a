using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Outbox;
using Quarantine.Gateway.Relay;
using Quarantine.Gateway.Signing;
using Quarantine.Messages.Relay;
using Quarantine.Messages.Reports;
using Quarantine.Messages.Summaries;

namespace Quarantine.Gateway.Reporting;

/// <summary>
/// Brings the outbox's reports to the chain: fixes the state, signs for a relay, hands over, watches for the tag on the chain, and tries
/// another relay where it does not come. Run by one loop at a time.
/// </summary>
public sealed class ReportDispatcher(
    CommunityFollower community,
    OutboxStore outbox,
    ReportSigner signer,
    RelayPost post,
    Func<ulong, IntervalSummary> summarize,
    ReportingOptions options,
    int confirmations,
    TimeProvider clock)
{
    /// <summary>Confirms what is on the chain and sends what is due; when it wants to run next.</summary>
    public async Task<DateTimeOffset?> StepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var entry in outbox.Open())
        {
            var updated = Confirm(entry);
            if (updated.Status is OutboxStatus.Pending or OutboxStatus.InFlight && updated.Due <= clock.GetUtcNow())
            {
                updated = await SendAsync(updated, cancellationToken);
            }

            if (updated.Status is OutboxStatus.Pending or OutboxStatus.InFlight)
            {
                next = next is null || updated.Due < next ? updated.Due : next;
            }
        }

        return next;
    }

    /// <summary>The tag is found among all reports of the community: nobody learns that it is asked for.</summary>
    private OutboxEntry Confirm(OutboxEntry entry)
    {
        var accepted = entry.Tag is null ? null : community.Read(state => state.Reports.FirstOrDefault(report =>
            report.Slot == entry.Slot && report.Kind == entry.Kind && report.TagX == entry.Tag));
        if (accepted is null || accepted.Position.Block + (ulong)confirmations > community.Head)
        {
            return entry;
        }

        // Another state under this tag would mean that somebody else has the ring key.
        return accepted.State == entry.State
            ? Save(entry with { Status = OutboxStatus.Confirmed, Block = accepted.Position.Block })
            : Save(entry with { Status = OutboxStatus.Failed, Reason = "another report with this household's tag is on the chain: its ring key is known to somebody" });
    }

    private async Task<OutboxEntry> SendAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        if (community.Read(state => state.PolicyAt(entry.Slot)) is not { } policy || !IsAccepted(entry))
        {
            return Save(entry with { Status = OutboxStatus.Failed, Reason = "the time in which the contract takes it has passed" });
        }

        if (await signer.FindRingAsync(entry.Slot, cancellationToken) is not var (page, ring))
        {
            return Save(entry with { Status = OutboxStatus.Failed, Reason = "this household is in no ring of that day" });
        }

        if (post.Choose(entry.Relay) is not { } relay)
        {
            return Save(entry with { Due = clock.GetUtcNow() + options.UrgentRelayTimeout });
        }

        var state = entry.State ?? summarize(entry.Slot).Pack();
        var intent = Save(entry with
        {
            Status = OutboxStatus.InFlight,
            State = state,
            Tag = entry.Tag ?? signer.TagOf(policy, entry.Kind, entry.Slot),
            Relay = relay.Gateway,
            Attempts = entry.Attempts + 1,
            Due = clock.GetUtcNow() + (entry.Kind == ReportKind.Alert ? options.UrgentRelayTimeout : options.RelayTimeout),
        });
        var report = signer.Sign(policy, entry.Kind, entry.Slot, state, page, ring, relay.Gateway);
        await post.SendAsync(relay, new RelayMessage(RelayMessageType.Report, SignedReportCodec.Encode(report)), cancellationToken);
        return intent;
    }

    private bool IsAccepted(OutboxEntry entry)
    {
        var days = community.Read(state => state.Clock)!.Value;
        var end = days.EndOf(entry.Slot);
        return clock.GetUtcNow() < (entry.Kind == ReportKind.Daily
            ? end + TimeSpan.FromDays(ReportScheduler.AcceptedSlots)
            : end + TimeSpan.FromHours(2));
    }

    private OutboxEntry Save(OutboxEntry entry)
    {
        outbox.Update(entry);
        return entry;
    }
}
