using System.Security.Cryptography;
using Quarantine.Chain.Communities;
using Quarantine.Ethereum.Primitives;
using Quarantine.Messages.Communities;
using Quarantine.Messages.Relay;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Gateway.Relay;

/// <summary>Hands sealed messages to other gateways of the community. Thread-safe.</summary>
public sealed class RelayPost(CommunityFollower community, CommunityPublisher publisher, Address self, TimeProvider clock)
{
    private readonly MessageSealer _sealer = new();

    private long _sent;

    /// <summary>Messages handed to the broker since the start.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>A relay at random among the valid other members, another than the last one where there is another; null where there is none.</summary>
    public Member? Choose(Address? last)
    {
        var now = clock.GetUtcNow();
        var others = community.Read(state => state.Members.Where(member => member.Gateway != self && member.IsValidAt(now)).ToList());
        var fresh = others.Where(member => member.Gateway != last).ToList();
        var candidates = fresh.Count > 0 ? fresh : others;
        return candidates.Count == 0 ? null : candidates[RandomNumberGenerator.GetInt32(candidates.Count)];
    }

    /// <summary>Seals to the relay's key and publishes; a broker that is away gets it later. A key that is none throws.</summary>
    public async Task SendAsync(Member relay, RelayMessage message, CancellationToken cancellationToken)
    {
        if (!SealingPublicKey.TryCreate(relay.SealingX, relay.SealingY, out var key))
        {
            throw new InvalidDataException($"The registry holds no valid sealing key of {relay.Gateway}.");
        }

        var communityId = community.Read(state => state.CommunityId);
        var sealedMessage = _sealer.Seal(message.ToArray(), [key], communityId.ToArray());
        Interlocked.Increment(ref _sent);
        await publisher.PublishAsync(CommunityTopics.Relay(communityId), sealedMessage, cancellationToken);
    }
}
