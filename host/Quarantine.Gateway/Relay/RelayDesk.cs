using System.Security.Cryptography;
using Quarantine.Chain.Communities;
using Quarantine.Chain.Contracts;
using Quarantine.Chain.Deployment;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Keys;
using Quarantine.Messages.Relay;
using Quarantine.Messages.Reports;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.Gateway.Relay;

/// <summary>
/// Takes in what other members ask this gateway to submit. Everything that comes is hostile until its ring signature holds: verifying is
/// free, submitting costs gas.
/// </summary>
public sealed class RelayDesk(
    GatewayKeys keys, CommunityFollower community, QuarantineDeployment deployment, RelayedStore store, ReportingOptions options, TimeProvider clock)
{
    /// <summary>Opens a sealed message and keeps what it asks for; says what became of it.</summary>
    public async Task<RelayDecision> TakeAsync(ReadOnlyMemory<byte> sealedMessage, CancellationToken cancellationToken)
    {
        var communityId = community.Read(state => state.CommunityId);
        if (!MessageOpener.TryOpen(sealedMessage.Span, keys.Sealing, communityId.ToArray(), out var plaintext))
        {
            return RelayDecision.NotForUs;
        }

        if (!RelayMessage.TryParse(plaintext, out var message))
        {
            return RelayDecision.Malformed;
        }

        return message!.Type switch
        {
            RelayMessageType.Dummy => RelayDecision.Dummy,
            RelayMessageType.Report => await TakeReportAsync(message.Payload, cancellationToken),
            RelayMessageType.EmergencyPost => TakePost(communityId, message.Payload.Span),
            RelayMessageType.EmergencyPublication => TakePublication(communityId, message.Payload.Span),
            _ => RelayDecision.Malformed,
        };
    }

    private async Task<RelayDecision> TakeReportAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        if (!SignedReportCodec.TryDecode(payload.Span, out var report))
        {
            return RelayDecision.Malformed;
        }

        if (!await IsValidAsync(report, cancellationToken))
        {
            return RelayDecision.InvalidReport;
        }

        var due = clock.GetUtcNow() + (report.Kind == ReportKind.Daily ? Hold() : TimeSpan.Zero);
        var key = $"{(int)report.Kind}/{report.Slot}/{report.Signature.Tag.X}";
        return Keep(key, due, report.Policy, QuarantinePolicyCalls.Report(report));
    }

    private async Task<bool> IsValidAsync(SignedReport report, CancellationToken cancellationToken)
    {
        var expected = community.Read(state => (state.CommunityId, Policy: state.PolicyAt(report.Slot), state.MinimumRing));
        var rings = await community.RingsAtAsync(report.Slot, cancellationToken);
        return report.CommunityId == expected.CommunityId
            && report.Policy == expected.Policy
            && rings.TryGetValue(report.Page, out var ring)
            && ring.Count >= expected.MinimumRing
            && LsagVerifier.Verify(ring, report.StatementOn(deployment.ChainId, keys.Account.Address), report.Signature);
    }

    private RelayDecision TakePost(Bytes32 communityId, ReadOnlySpan<byte> payload) =>
        EmergencyRelayPayload.TryReadPost(payload, out var named, out var hash) && named == communityId
            ? Keep($"post/{hash}", clock.GetUtcNow(), deployment.EmergencyBoard, EmergencyBoardCalls.Post(named, hash))
            : RelayDecision.Malformed;

    private RelayDecision TakePublication(Bytes32 communityId, ReadOnlySpan<byte> payload) =>
        EmergencyRelayPayload.TryReadPublication(payload, out var named, out var ciphertext) && named == communityId
            ? Keep(
                $"publish/{Keccak256.Hash(ciphertext)}",
                clock.GetUtcNow(),
                deployment.EmergencyBoard,
                EmergencyBoardCalls.Publish(named, ciphertext))
            : RelayDecision.Malformed;

    private RelayDecision Keep(string key, DateTimeOffset due, Address target, byte[] data) =>
        store.Add(new RelayedEntry(key, RelayedStatus.Pending, due, target, data)) ? RelayDecision.Accepted : RelayDecision.Repeated;

    private TimeSpan Hold() => TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32((int)options.RelayHold.TotalSeconds + 1));
}
