using Quarantine.Ethereum.Cryptography;

namespace Quarantine.RingSignatures.Sealing;

/// <summary>
/// Where everything stands in a sealed message:
/// <c>01 || n || E (33) || commitment (32) || n wraps (32 each) || ciphertext || GCM tag (16)</c>.
/// </summary>
internal static class SealedFormat
{
    internal const byte Version = 1;
    internal const int EphemeralOffset = 2;
    internal const int EphemeralLength = 33;
    internal const int CommitmentOffset = EphemeralOffset + EphemeralLength;
    internal const int CommitmentLength = 32;
    internal const int WrapsOffset = CommitmentOffset + CommitmentLength;
    internal const int WrapLength = 32;
    internal const int GcmTagLength = 16;

    internal static int HeaderLength(int recipients) => WrapsOffset + (recipients * WrapLength);

    internal static int WrapOffset(int index) => HeaderLength(index);

    /// <summary>SEC 1, 2.3.3, compressed.</summary>
    internal static void Compress(ReadOnlySpan<byte> point, Span<byte> compressed)
    {
        compressed[0] = (byte)(2 + (point[Secp256k1.PointLength - 1] & 1));
        point[..32].CopyTo(compressed[1..]);
    }
}
