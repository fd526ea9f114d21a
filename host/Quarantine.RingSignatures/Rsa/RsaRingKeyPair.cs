using System.Security.Cryptography;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Rsa.Exponentiation;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>An RSA-2048 key with its trapdoor. Disposing lets libcrypto overwrite it. Thread-safe until disposed.</summary>
public sealed class RsaRingKeyPair : IDisposable
{
    private readonly IRsaInverse _trapdoor;
    private readonly SecretScalar _nonceKey;

    /// <param name="publicKey">n.</param>
    /// <param name="trapdoor">The secret permutation, which this disposes of.</param>
    /// <param name="nonceKey">32 bytes that nobody without the secret key can know; what is random in a signature depends on them too.</param>
    internal RsaRingKeyPair(RsaRingPublicKey publicKey, IRsaInverse trapdoor, ReadOnlySpan<byte> nonceKey) =>
        (PublicKey, _trapdoor, _nonceKey) = (publicKey, trapdoor, new SecretScalar(nonceKey));

    public RsaRingPublicKey PublicKey { get; }

    internal ReadOnlySpan<byte> NonceKey => _nonceKey.Bytes;

    /// <summary>Copies the key; it must have 2048 bits and the exponent 65537.</summary>
    public static RsaRingKeyPair Create(RSA key, RsaArithmetic? arithmetic = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        var chosen = arithmetic ?? RsaArithmetic.Default;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        if (!RsaRingPublicKey.Exponent.SequenceEqual(parameters.Exponent)
            || !RsaRingPublicKey.TryCreate(parameters.Modulus, out var publicKey, chosen))
        {
            throw new ArgumentException("The key must have 2048 bits and the exponent 65537.", nameof(key));
        }

        Span<byte> nonceKey = stackalloc byte[SHA256.HashSizeInBytes];
        try
        {
            DeriveNonceKey(key, nonceKey);
            return new RsaRingKeyPair(publicKey, chosen.CreateInverse(key), nonceKey);
        }
        catch (CryptographicException exception)
        {
            throw new ArgumentException("The key must hold its secret part.", nameof(key), exception);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(nonceKey);
        }
    }

    /// <summary>A key from .NET's generator, which takes some 100 ms.</summary>
    public static RsaRingKeyPair Generate(RsaArithmetic? arithmetic = null)
    {
        using var rsa = RSA.Create(RsaRingPublicKey.Length * 8);
        return Create(rsa, arithmetic);
    }

    public void Dispose()
    {
        _trapdoor.Dispose();
        _nonceKey.Dispose();
    }

    /// <summary>The public key only.</summary>
    public override string ToString() => PublicKey.ToString();

    /// <summary>x with g(x) = y.</summary>
    internal void Invert(ReadOnlySpan<byte> y, Span<byte> x) => PublicKey.ApplyInverse(y, x, _trapdoor);

    private static void DeriveNonceKey(RSA key, Span<byte> nonceKey)
    {
        var encoded = key.ExportRSAPrivateKey();
        HKDF.DeriveKey(HashAlgorithmName.SHA256, encoded, nonceKey, [], Domains.RsaNonceKey);
        CryptographicOperations.ZeroMemory(encoded);
    }
}
