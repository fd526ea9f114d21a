using Quarantine.Ethereum.Primitives;

namespace Quarantine.Messages.Relay;

/// <summary>The payload of the two emergency messages to a relay: the community, then the hash (post) or the ciphertext (publication).</summary>
public static class EmergencyRelayPayload
{
    /// <summary>Longest ciphertext that a relay message carries.</summary>
    public const int MaximumCiphertext = RelayMessage.MaximumPayload - Bytes32.Length;

    public static RelayMessage Post(Bytes32 communityId, Bytes32 emergencyHash) =>
        new(RelayMessageType.EmergencyPost, (byte[])[.. communityId.ToArray(), .. emergencyHash.ToArray()]);

    public static RelayMessage Publication(Bytes32 communityId, ReadOnlySpan<byte> ciphertext) =>
        new(RelayMessageType.EmergencyPublication, (byte[])[.. communityId.ToArray(), .. ciphertext]);

    public static bool TryReadPost(ReadOnlySpan<byte> payload, out Bytes32 communityId, out Bytes32 emergencyHash)
    {
        var ok = payload.Length == 2 * Bytes32.Length;
        communityId = ok ? new Bytes32(payload[..Bytes32.Length]) : default;
        emergencyHash = ok ? new Bytes32(payload[Bytes32.Length..]) : default;
        return ok;
    }

    public static bool TryReadPublication(ReadOnlySpan<byte> payload, out Bytes32 communityId, out byte[] ciphertext)
    {
        var ok = payload.Length is > Bytes32.Length and <= RelayMessage.MaximumPayload;
        communityId = ok ? new Bytes32(payload[..Bytes32.Length]) : default;
        ciphertext = ok ? payload[Bytes32.Length..].ToArray() : [];
        return ok;
    }
}
