using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Sealing;

/// <summary>The derivations of a sealed message's keys, HKDF-SHA256 (RFC 5869) throughout.</summary>
internal static class SealingKeys
{
    internal const int ContentSecretLength = 32;
    internal const int ContentKeysLength = SealedFormat.CommitmentLength + 32;

    /// <summary>
    /// pad = HKDF(ECDH(e, Q), info: label || E || Q). It covers one content secret, once, since E is fresh for every message; the ephemeral
    /// key and the recipient are in it so that no wrap can be moved to another message or recipient.
    /// </summary>
    internal static bool TryPad(
        ReadOnlySpan<byte> point, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> ephemeral, SealingPublicKey recipient, Span<byte> pad)
    {
        Span<byte> shared = stackalloc byte[32];
        Span<byte> info = stackalloc byte[Domains.SealingWrap.Length + SealedFormat.EphemeralLength + SealingPublicKey.Length];
        Domains.SealingWrap.CopyTo(info);
        ephemeral.CopyTo(info[Domains.SealingWrap.Length..]);
        recipient.CopyTo(info[(Domains.SealingWrap.Length + SealedFormat.EphemeralLength)..]);
        var agreed = Secp256k1.TryEcdh(point, secret, shared);
        if (agreed)
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, pad, [], info);
        }

        CryptographicOperations.ZeroMemory(shared);
        return agreed;
    }

    /// <summary>
    /// commitment (32) || AES key (32) of a content secret. The commitment stands in the message, so that no two recipients can be made
    /// to read different texts in one ciphertext, as GCM alone would allow.
    /// </summary>
    internal static void Expand(ReadOnlySpan<byte> contentSecret, Span<byte> contentKeys) =>
        HKDF.Expand(HashAlgorithmName.SHA256, contentSecret, contentKeys, Domains.SealingContent);

    internal static void Mask(ReadOnlySpan<byte> value, ReadOnlySpan<byte> pad, Span<byte> masked)
    {
        for (var i = 0; i < masked.Length; i++)
        {
            masked[i] = (byte)(value[i] ^ pad[i]);
        }
    }
}
