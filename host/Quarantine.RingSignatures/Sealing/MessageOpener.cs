using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Keys;

namespace Quarantine.RingSignatures.Sealing;

/// <summary>Opens what <see cref="MessageSealer"/> sealed. Thread-safe.</summary>
public static class MessageOpener
{
    /// <summary>
    /// False for anything that is not, to the last bit, a message sealed to <paramref name="key"/> with the same associated data.
    /// </summary>
    public static bool TryOpen(
        ReadOnlySpan<byte> message, SealingKeyPair key, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext)
    {
        ArgumentNullException.ThrowIfNull(key);
        plaintext = null;
        if (!HasForm(message))
        {
            return false;
        }

        Span<byte> contentKeys = stackalloc byte[SealingKeys.ContentKeysLength];
        if (TryUnwrap(message, key, contentKeys))
        {
            plaintext = Decrypt(message, contentKeys[SealedFormat.CommitmentLength..], associatedData);
        }

        CryptographicOperations.ZeroMemory(contentKeys);
        return plaintext is not null;
    }

    private static bool HasForm(ReadOnlySpan<byte> message) =>
        message.Length >= SealedFormat.WrapsOffset
        && message[0] == SealedFormat.Version
        && message[1] != 0
        && message.Length >= SealedFormat.HeaderLength(message[1]) + SealedFormat.GcmTagLength;

    /// <summary>Tries every wrap: the one whose content secret opens the commitment is this key's.</summary>
    private static bool TryUnwrap(ReadOnlySpan<byte> message, SealingKeyPair key, Span<byte> contentKeys)
    {
        var ephemeral = message.Slice(SealedFormat.EphemeralOffset, SealedFormat.EphemeralLength);
        var commitment = message.Slice(SealedFormat.CommitmentOffset, SealedFormat.CommitmentLength);
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        Span<byte> pad = stackalloc byte[SealedFormat.WrapLength];
        Span<byte> contentSecret = stackalloc byte[SealingKeys.ContentSecretLength];
        var found = false;
        if (Secp256k1.TryDecompress(ephemeral, point) && SealingKeys.TryPad(point, key.Secret, ephemeral, key.PublicKey, pad))
        {
            for (var i = 0; i < message[1] && !found; i++)
            {
                SealingKeys.Mask(message.Slice(SealedFormat.WrapOffset(i), SealedFormat.WrapLength), pad, contentSecret);
                SealingKeys.Expand(contentSecret, contentKeys);
                found = CryptographicOperations.FixedTimeEquals(contentKeys[..SealedFormat.CommitmentLength], commitment);
            }
        }

        CryptographicOperations.ZeroMemory(pad);
        CryptographicOperations.ZeroMemory(contentSecret);
        return found;
    }

    private static byte[]? Decrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> key, ReadOnlySpan<byte> associatedData)
    {
        var headerLength = SealedFormat.HeaderLength(message[1]);
        var ciphertext = message[headerLength..^SealedFormat.GcmTagLength];
        byte[] authenticated = [.. message[..headerLength], .. associatedData];
        var plaintext = new byte[ciphertext.Length];
        using var gcm = new AesGcm(key, SealedFormat.GcmTagLength);
        try
        {
            gcm.Decrypt(stackalloc byte[12], ciphertext, message[^SealedFormat.GcmTagLength..], plaintext, authenticated);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
