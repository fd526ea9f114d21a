using System.Security.Cryptography;
using Quarantine.RingSignatures.Rsa.Exponentiation;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>An RSA-2048 key with its trapdoor. Disposing lets libcrypto overwrite it. Thread-safe until disposed.</summary>
public sealed class RsaRingKeyPair : IDisposable
{
    private readonly IRsaInverse _trapdoor;

    private RsaRingKeyPair(RsaRingPublicKey publicKey, IRsaInverse trapdoor) => (PublicKey, _trapdoor) = (publicKey, trapdoor);

    public RsaRingPublicKey PublicKey { get; }

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

        return new RsaRingKeyPair(publicKey, chosen.CreateInverse(key));
    }

    /// <summary>A key from .NET's generator, which takes some 100 ms.</summary>
    public static RsaRingKeyPair Generate(RsaArithmetic? arithmetic = null)
    {
        using var rsa = RSA.Create(RsaRingPublicKey.Length * 8);
        return Create(rsa, arithmetic);
    }

    public void Dispose() => _trapdoor.Dispose();

    /// <summary>The public key only.</summary>
    public override string ToString() => PublicKey.ToString();

    /// <summary>x with g(x) = y.</summary>
    internal void Invert(ReadOnlySpan<byte> y, Span<byte> x) => PublicKey.ApplyInverse(y, x, _trapdoor);
}
