using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scopes;

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
    /// <exception cref="ArgumentOutOfRangeException">The recipients are not 1 to 255, or the length is negative.</exception>
    public static int SealedLength(int recipients, int plaintextLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(recipients, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recipients, MaximumRecipients);
        ArgumentOutOfRangeException.ThrowIfNegative(plaintextLength);
        return checked(SealedFormat.HeaderLength(recipients) + plaintextLength + SealedFormat.GcmTagLength);
    }

    /// <summary>
    /// Seals <paramref name="plaintext"/>; <paramref name="associatedData"/> is not sent, but opening needs the same.
    /// </summary>
    /// <exception cref="ArgumentException">There is no recipient, there are more than 255, or one is not a key.</exception>
    public byte[] Seal(ReadOnlySpan<byte> plaintext, ReadOnlySpan<SealingPublicKey> recipients, ReadOnlySpan<byte> associatedData)
    {
        RequireKeys(recipients);
        var message = new byte[SealedLength(recipients.Length, plaintext.Length)];
        Span<byte> contentSecret = stackalloc byte[SealingKeys.ContentSecretLength];
        Span<byte> contentKeys = stackalloc byte[SealingKeys.ContentKeysLength];
        message[0] = SealedFormat.Version;
        message[1] = (byte)recipients.Length;
        try
        {
            using var nonces = CreateNonces(plaintext, recipients, associatedData);
            WrapAll(message, recipients, nonces, contentSecret);
            SealingKeys.Expand(contentSecret, contentKeys);
            contentKeys[..SealedFormat.CommitmentLength].CopyTo(message.AsSpan(SealedFormat.CommitmentOffset));
            Encrypt(message, SealedFormat.HeaderLength(recipients.Length), plaintext, contentKeys[SealedFormat.CommitmentLength..], associatedData);
            return message;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentSecret);
            CryptographicOperations.ZeroMemory(contentKeys);
        }
    }

    private static void RequireKeys(ReadOnlySpan<SealingPublicKey> recipients)
    {
        if (recipients.Length is 0 or > MaximumRecipients)
        {
            throw new ArgumentException($"A message has 1 to {MaximumRecipients} recipients, not {recipients.Length}.", nameof(recipients));
        }

        var unset = recipients.IndexOf(default(SealingPublicKey));
        if (unset >= 0)
        {
            throw new ArgumentException($"Recipient {unset} is not a key.", nameof(recipients));
        }
    }

    private static void WrapAll(byte[] message, ReadOnlySpan<SealingPublicKey> recipients, HedgedNonces nonces, Span<byte> contentSecret)
    {
        Span<byte> ephemeralSecret = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> pad = stackalloc byte[SealedFormat.WrapLength];
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        var ephemeral = message.AsSpan(SealedFormat.EphemeralOffset, SealedFormat.EphemeralLength);
        nonces.Draw(ephemeralSecret);
        nonces.Fill(contentSecret);
        Secp256k1.TryCreatePublicKey(ephemeralSecret, point);
        SealedFormat.Compress(point, ephemeral);
        for (var i = 0; i < recipients.Length; i++)
        {
            recipients[i].CopyTo(point);
            SealingKeys.TryPad(point, ephemeralSecret, ephemeral, recipients[i], pad);
            SealingKeys.Mask(contentSecret, pad, message.AsSpan(SealedFormat.WrapOffset(i), SealedFormat.WrapLength));
        }

        CryptographicOperations.ZeroMemory(ephemeralSecret);
        CryptographicOperations.ZeroMemory(pad);
    }

    /// <summary>
    /// The ephemeral key and the content secret depend on the message and its recipients too: with a broken generator two messages would
    /// else share their key stream.
    /// </summary>
    private HedgedNonces CreateNonces(ReadOnlySpan<byte> plaintext, ReadOnlySpan<SealingPublicKey> recipients, ReadOnlySpan<byte> associatedData)
    {
        Span<byte> text = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> operation = stackalloc byte[2 * SHA256.HashSizeInBytes];
        SHA256.HashData(plaintext, text);
        SHA256.HashData(MemoryMarshal.AsBytes(recipients), operation);
        SHA256.HashData(associatedData, operation[SHA256.HashSizeInBytes..]);
        return new HedgedNonces(text, operation, _random, Domains.SealingNonces);
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
