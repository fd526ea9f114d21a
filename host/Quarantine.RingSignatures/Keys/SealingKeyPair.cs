using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Keys;

/// <summary>
/// The secret key that opens what is sealed to a relay or a worker. Kept apart from the account key and the ring key.
/// Disposing erases it. Thread-safe until disposed.
/// </summary>
public sealed class SealingKeyPair : IDisposable
{
    private readonly SecretScalar _secret;

    private SealingKeyPair(SecretScalar secret, SealingPublicKey publicKey) => (_secret, PublicKey) = (secret, publicKey);

    public SealingPublicKey PublicKey { get; }

    internal ReadOnlySpan<byte> Secret => _secret.Bytes;

    /// <summary>Takes 32 big-endian bytes; false where they are not in 1..N-1.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> secret, [NotNullWhen(true)] out SealingKeyPair? pair)
    {
        pair = null;
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        if (secret.Length == Secp256k1.ScalarLength
            && Secp256k1.TryCreatePublicKey(secret, point)
            && SealingPublicKey.TryCreate(point, out var publicKey))
        {
            pair = new SealingKeyPair(new SecretScalar(secret), publicKey);
        }

        return pair is not null;
    }

    /// <summary>A key from <paramref name="random"/> alone, as a worker's.</summary>
    public static SealingKeyPair Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> secret = stackalloc byte[Secp256k1.ScalarLength];
        SealingKeyPair? pair;
        do
        {
            random.Fill(secret);
        }
        while (!TryCreate(secret, out pair));

        CryptographicOperations.ZeroMemory(secret);
        return pair;
    }

    /// <summary>
    /// The proof of possession at registration: an ECDSA signature r, s, v (65 bytes, low s, v 27 or 28) on the EIP-712 digest of the
    /// <c>KeyRegistration</c>.
    /// </summary>
    public byte[] SignRegistration(Bytes32 digest, RandomSource? random = null)
    {
        Span<byte> word = stackalloc byte[Bytes32.Length];
        Span<byte> extra = stackalloc byte[32];
        digest.CopyTo(word);
        (random ?? RandomSource.System).Fill(extra);
        var signature = new byte[SealingPublicKey.SignatureLength];
        if (!Secp256k1.TrySign(word, Secret, extra, signature.AsSpan(0, 64), out var recoveryId))
        {
            throw new CryptographicException("libsecp256k1 could not sign.");
        }

        signature[64] = (byte)(27 + recoveryId);
        return signature;
    }

    /// <summary>Copies the secret, for a store that encrypts it; the caller erases the copy.</summary>
    public void ExportSecret(Span<byte> destination) => _secret.Bytes.CopyTo(destination);

    public void Dispose() => _secret.Dispose();

    /// <summary>The public key only.</summary>
    public override string ToString() => PublicKey.ToString();
}
