using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Claims;

/// <summary>
/// Makes claims. Only the household itself should start one: a claim denies every other tag of that scope, and helps to expose the other
/// members by elimination. Thread-safe.
/// </summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class ClaimProver(RandomSource? random = null)
{
    private readonly RandomSource _random = random ?? RandomSource.System;

    /// <summary>
    /// Proves that the tag which <paramref name="key"/> has in <paramref name="scope"/> is its own, for <paramref name="purpose"/>: the hash
    /// of the appeal that it belongs to. Verified before it leaves.
    /// </summary>
    public ClaimProof Prove(RingKeyPair key, Scope scope, Bytes32 purpose)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(scope);
        if (!TagSecret.TryCreate(key, scope.Epsilon(), _random, out var secret))
        {
            throw new CryptographicException("The key has no tag in this scope.");
        }

        using var owned = secret;
        Span<byte> nonce = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> response = stackalloc byte[Secp256k1.ScalarLength];
        try
        {
            DrawNonce(key, scope, purpose, nonce);
            var made = TryCommit(key, scope, purpose, secret, nonce, out var challenge)
                && SchnorrResponse.TryCreate(key, challenge, nonce, response);
            var proof = new ClaimProof(challenge.ToWord(), new Bytes32(response));
            return made && proof.Verify(key.PublicKey, scope, secret.Tag, purpose)
                ? proof
                : throw new CryptographicException("The proof did not verify, and was discarded.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(nonce);
        }
    }

    private void DrawNonce(RingKeyPair key, Scope scope, Bytes32 purpose, Span<byte> nonce)
    {
        Span<byte> operation = stackalloc byte[2 * Bytes32.Length];
        scope.Epsilon().CopyTo(operation);
        purpose.CopyTo(operation[Bytes32.Length..]);
        using var nonces = new HedgedNonces(key.Secret, operation, _random, Domains.ClaimNonces);
        nonces.Draw(nonce);
    }

    /// <summary>R1 = kG, and R2 = kT = (k y)G: a multiple of G, because only those are made in constant time.</summary>
    private static bool TryCommit(
        RingKeyPair key, Scope scope, Bytes32 purpose, TagSecret secret, ReadOnlySpan<byte> nonce, out PublicScalar challenge)
    {
        Span<byte> r1 = stackalloc byte[Secp256k1.PointLength];
        Span<byte> r2 = stackalloc byte[Secp256k1.PointLength];
        Span<byte> product = stackalloc byte[Secp256k1.ScalarLength];
        nonce.CopyTo(product);
        var made = Secp256k1.TryCreatePublicKey(nonce, r1)
            && Secp256k1.TrySecretMultiply(product, secret.Y)
            && Secp256k1.TryCreatePublicKey(product, r2);
        CryptographicOperations.ZeroMemory(product);
        challenge = ClaimTranscript.Challenge(key.PublicKey, scope, secret.Tag, purpose, r1, r2);
        return made;
    }
}
