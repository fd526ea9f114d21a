using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Sealing;

/// <summary>
/// Seals messages to one or several recipients: a fresh content key for AES-256-GCM, wrapped for each by ECIES (an ephemeral secp256k1
/// key, ECDH, HKDF-SHA256). The recipients are not named in the message. Thread-safe.
/// </summary>
/// <remarks>
/// Not handled: who sent it (the content is signed), the length (the caller pads), and recipients against each other: each of them has
/// the content key, and could put another content under the same wraps.
/// </remarks>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class MessageSealer(RandomSource? random = null)
{
    /// <summary>The most recipients that a message can have.</summary>
    public const int MaximumRecipients = 255;

    private readonly RandomSource _random = random ?? RandomSource.System;

    /// <summary>Length in bytes of a sealed message: 83 + 32 a recipient + the plaintext.</summary>
    public static int SealedLength(int recipients, int plaintextLength) =>
        SealedFormat.HeaderLength(recipients) + plaintextLength + SealedFormat.GcmTagLength;

    /// <summary>
    /// Seals <paramref name="plaintext"/>; <paramref name="associatedData"/> is not sent, but opening needs the same.
    /// </summary>
    /// <exception cref="ArgumentException">There is no recipient, there are more than 255, or one is not a key.</exception>
    public byte[] Seal(ReadOnlySpan<byte> plaintext, ReadOnlySpan<SealingPublicKey> recipients, ReadOnlySpan<byte> associatedData)
    {
        if (recipients.Length is 0 or > MaximumRecipients)
        {
            throw new ArgumentException($"A message has 1 to {MaximumRecipients} recipients, not {recipients.Length}.", nameof(recipients));
        }

        var message = new byte[SealedLength(recipients.Length, plaintext.Length)];
        Span<byte> contentSecret = stackalloc byte[SealingKeys.ContentSecretLength];
        Span<byte> contentKeys = stackalloc byte[SealingKeys.ContentKeysLength];
        message[0] = SealedFormat.Version;
        message[1] = (byte)recipients.Length;
        WrapAll(message, recipients, contentSecret);
        SealingKeys.Expand(contentSecret, contentKeys);
        contentKeys[..SealedFormat.CommitmentLength].CopyTo(message.AsSpan(SealedFormat.CommitmentOffset));
        Encrypt(message, SealedFormat.HeaderLength(recipients.Length), plaintext, contentKeys[SealedFormat.CommitmentLength..], associatedData);
        CryptographicOperations.ZeroMemory(contentSecret);
        CryptographicOperations.ZeroMemory(contentKeys);
        return message;
    }

    private void WrapAll(byte[] message, ReadOnlySpan<SealingPublicKey> recipients, Span<byte> contentSecret)
    {
        Span<byte> ephemeralSecret = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> pad = stackalloc byte[SealedFormat.WrapLength];
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        var ephemeral = message.AsSpan(SealedFormat.EphemeralOffset, SealedFormat.EphemeralLength);
        do
        {
            _random.Fill(ephemeralSecret);
        }
        while (!Secp256k1.TryCreatePublicKey(ephemeralSecret, point));

        _random.Fill(contentSecret);
        SealedFormat.Compress(point, ephemeral);
        for (var i = 0; i < recipients.Length; i++)
        {
            recipients[i].CopyTo(point);
            if (!SealingKeys.TryPad(point, ephemeralSecret, ephemeral, recipients[i], pad))
            {
                throw new ArgumentException($"Recipient {i} is not a key.", nameof(recipients));
            }

            SealingKeys.Mask(contentSecret, pad, message.AsSpan(SealedFormat.WrapOffset(i), SealedFormat.WrapLength));
        }

        CryptographicOperations.ZeroMemory(ephemeralSecret);
        CryptographicOperations.ZeroMemory(pad);
    }

    /// <summary>The nonce is zero: the key serves this message alone. The header is authenticated with the caller's data.</summary>
    private static void Encrypt(
        byte[] message, int headerLength, ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData)
    {
        byte[] authenticated = [.. message.AsSpan(0, headerLength), .. associatedData];
        using var gcm = new AesGcm(key, SealedFormat.GcmTagLength);
        gcm.Encrypt(
            stackalloc byte[12],
            plaintext,
            message.AsSpan(headerLength, plaintext.Length),
            message.AsSpan(headerLength + plaintext.Length),
            authenticated);
    }
}
