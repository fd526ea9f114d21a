using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Keys;

/// <summary>The answer of a Schnorr proof of a ring key: s = k + e x mod N.</summary>
internal static class SchnorrResponse
{
    /// <summary>False, and nothing of x in <paramref name="response"/>, where the sum is zero.</summary>
    internal static bool TryCreate(RingKeyPair key, PublicScalar challenge, ReadOnlySpan<byte> nonce, Span<byte> response)
    {
        Span<byte> e = stackalloc byte[Secp256k1.ScalarLength];
        challenge.CopyTo(e);
        key.Secret.CopyTo(response);
        if (Secp256k1.TrySecretMultiply(response, e) && Secp256k1.TrySecretAdd(response, nonce))
        {
            return true;
        }

        CryptographicOperations.ZeroMemory(response);
        return false;
    }
}
