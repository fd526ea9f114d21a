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
        DrawNonce(key, registrationDigest, nonce);
        Secp256k1.TryCreateAddress(nonce, commitment);
        var address = new Address(commitment);
        var made = TryRespond(key, PossessionProof.Challenge(registrationDigest, address).ToWord(), nonce, response);
        var proof = new PossessionProof(address, new Bytes32(response));
        CryptographicOperations.ZeroMemory(nonce);
        return made && proof.Verify(key.PublicKey, registrationDigest)
            ? proof
            : throw new CryptographicException("The proof did not verify, and was discarded.");
    }

    /// <summary>k from x, K and fresh bytes: with bad fresh bytes it is still a function of the digest, and of no other signature's.</summary>
    private void DrawNonce(RingKeyPair key, Bytes32 registrationDigest, Span<byte> nonce)
    {
        Span<byte> seed = stackalloc byte[96 + Domains.PossessionNonces.Length];
        key.Secret.CopyTo(seed);
        registrationDigest.CopyTo(seed[32..]);
        _random.Fill(seed.Slice(64, 32));
        Domains.PossessionNonces.CopyTo(seed[96..]);
        using var nonces = new HmacDrbg(seed);
        CryptographicOperations.ZeroMemory(seed);
        do
        {
            nonces.Generate(nonce);
        }
        while (!Secp256k1.IsSecret(nonce));
    }

    /// <summary>s = k + e x mod N.</summary>
    private static bool TryRespond(RingKeyPair key, Bytes32 challenge, ReadOnlySpan<byte> nonce, Span<byte> response)
    {
        Span<byte> e = stackalloc byte[Secp256k1.ScalarLength];
        challenge.CopyTo(e);
        key.Secret.CopyTo(response);
        return Secp256k1.TrySecretMultiply(response, e) && Secp256k1.TrySecretAdd(response, nonce);
    }
}
