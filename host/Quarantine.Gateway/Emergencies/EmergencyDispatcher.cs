using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Relay;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Relay;

namespace Quarantine.Gateway.Emergencies;

/// <summary>
/// Brings calls for help to the workers, two ways at once: as a message over the community's broker, and its hash through a relay onto the
/// chain; the ciphertext follows there where nobody answered in time. Run by one loop at a time.
/// </summary>
public sealed class EmergencyDispatcher(
    CommunityFollower community,
    EmergencyStore store,
    EmergencySealer? sealer,
    RelayPost post,
    CommunityPublisher publisher,
    Action<EmergencyEntry> onChanged,
    TimeProvider clock)
{
    private static readonly TimeSpan PublishAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMinutes(5);

    /// <summary>Seals, sends, publishes and repeats what is due; when it wants to run next.</summary>
    public async Task<DateTimeOffset?> StepAsync(CancellationToken cancellationToken)
    {
        SealRequests();
        DateTimeOffset? next = null;
        foreach (var entry in store.Open())
        {
            var updated = Answered(entry);
            if (updated.Status is EmergencyStatus.Pending or EmergencyStatus.Sent)
            {
                updated = await PushAsync(updated, cancellationToken);
                var due = updated.Published ? updated.Sent!.Value + RepeatAfter : updated.Sent!.Value + PublishAfter;
                next = next is null || due < next ? due : next;
            }
        }

        return next;
    }

    /// <summary>A request that cannot be sealed yet, before enrolment or without a worker, waits.</summary>
    private void SealRequests()
    {
        foreach (var request in store.Requests())
        {
            if (sealer?.Seal(request) is { } entry)
            {
                store.Add(entry, request);
            }
        }
    }

    private EmergencyEntry Answered(EmergencyEntry entry)
    {
        var record = community.Read(state => state.Emergencies.GetValueOrDefault(entry.Hash));
        var status = record switch
        {
            { ResolvedBy: not null } => EmergencyStatus.Resolved,
            { AcknowledgedBy: not null } => EmergencyStatus.Acknowledged,
            _ => entry.Status,
        };
        return status == entry.Status ? entry : Save(entry with { Status = status });
    }

    private async Task<EmergencyEntry> PushAsync(EmergencyEntry entry, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (entry.Sent is not { } sent || (entry.Published && now - sent >= RepeatAfter))
        {
            return await SendAsync(entry, now, cancellationToken);
        }

        if (!entry.Published && now - sent >= PublishAfter)
        {
            var message = EmergencyRelayPayload.Publication(community.Read(state => state.CommunityId), entry.Ciphertext.Span);
            await RelayAsync(message, cancellationToken);
            return Save(entry with { Published = true });
        }

        return entry;
    }

    private async Task<EmergencyEntry> SendAsync(EmergencyEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var communityId = community.Read(state => state.CommunityId);
        await publisher.PublishAsync(CommunityTopics.Emergency(communityId), entry.Ciphertext, cancellationToken);
        await RelayAsync(EmergencyRelayPayload.Post(communityId, entry.Hash), cancellationToken);
        return Save(entry with { Status = EmergencyStatus.Sent, Sent = now, Attempts = entry.Attempts + 1 });
    }

    private async Task RelayAsync(RelayMessage message, CancellationToken cancellationToken)
    {
        Address? none = null;
        if (post.Choose(none) is { } relay)
        {
            await post.SendAsync(relay, message, cancellationToken);
        }
    }

    private EmergencyEntry Save(EmergencyEntry entry)
    {
        store.Update(entry);
        onChanged(entry);
        return entry;
    }
}
