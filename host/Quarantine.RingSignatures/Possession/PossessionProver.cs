using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Possession;

/// <summary>Makes proofs of possession. Thread-safe.</summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class PossessionProver(RandomSource? random = null)
{
    private readonly RandomSource _random = random ?? RandomSource.System;

    /// <summary>Proves possession of <paramref name="key"/> for the EIP-712 digest of its <c>KeyRegistration</c>; verified before it leaves.</summary>
    public PossessionProof Prove(RingKeyPair key, Bytes32 registrationDigest)
    {
        ArgumentNullException.ThrowIfNull(key);
        Span<byte> nonce = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> response = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> commitment = stackalloc byte[Address.Length];
        try
        {
            DrawNonce(key, registrationDigest, nonce);
            Secp256k1.TryCreateAddress(nonce, commitment);
            var address = new Address(commitment);
            var made = SchnorrResponse.TryCreate(key, PossessionProof.Challenge(registrationDigest, address), nonce, response);
            var proof = new PossessionProof(address, new Bytes32(response));
            return made && proof.Verify(key.PublicKey, registrationDigest)
                ? proof
                : throw new CryptographicException("The proof did not verify, and was discarded.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(nonce);
        }
    }

    private void DrawNonce(RingKeyPair key, Bytes32 registrationDigest, Span<byte> nonce)
    {
        Span<byte> operation = stackalloc byte[Bytes32.Length];
        registrationDigest.CopyTo(operation);
        using var nonces = new HedgedNonces(key.Secret, operation, _random, Domains.PossessionNonces);
        nonces.Draw(nonce);
    }
}
