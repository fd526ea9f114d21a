using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;

namespace Quarantine.Ethereum.Keys;

/// <summary>
/// A secp256k1 secret key, 0 &lt; d &lt; N. The secret lies in pinned memory, which the garbage collector does not copy, and is erased by
/// <see cref="Dispose"/>; it is in no text form. Thread-safe but for <see cref="Dispose"/>.
/// </summary>
public sealed class PrivateKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly byte[] _secret = GC.AllocateArray<byte>(Length, pinned: true);
    private bool _disposed;

    /// <summary>Copies 32 big-endian bytes; throws <see cref="ArgumentException"/> where they are not a secret key. The caller erases its copy.</summary>
    public PrivateKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length || !Secp256k1.IsSecret(secret))
        {
            throw new ArgumentException("A secret key is 32 bytes, above zero and below the group's order.", nameof(secret));
        }

        secret.CopyTo(_secret);
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        Secp256k1.TryCreatePublicKey(_secret, point);
        PublicKey = PublicKey.FromPoint(point);
    }

    public PublicKey PublicKey { get; }

    /// <summary>The account's address: the low 20 bytes of keccak256 of the public key.</summary>
    public Address Address => PublicKey.Address;

    /// <summary>A fresh key from the system's cryptographic random generator.</summary>
    public static PrivateKey Generate()
    {
        Span<byte> secret = stackalloc byte[Length];
        do
        {
            RandomNumberGenerator.Fill(secret);
        }
        while (!Secp256k1.IsSecret(secret));

        var key = new PrivateKey(secret);
        CryptographicOperations.ZeroMemory(secret);
        return key;
    }

    /// <summary>As the constructor, for bytes from outside: false where they are not a secret key.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> secret, [NotNullWhen(true)] out PrivateKey? key)
    {
        key = secret.Length == Length && Secp256k1.IsSecret(secret) ? new PrivateKey(secret) : null;
        return key is not null;
    }

    /// <summary>
    /// ECDSA over a 32-byte digest: low s, nonce by RFC 6979 with 32 fresh random bytes as additional data (3.6), so that neither a weak
    /// random generator nor a fault in a repeated computation gives the key away.
    /// </summary>
    public Signature Sign(Bytes32 digest)
    {
        Span<byte> entropy = stackalloc byte[32];
        RandomNumberGenerator.Fill(entropy);
        return Sign(digest, entropy);
    }

    /// <summary>As <see cref="Sign(Bytes32)"/>, with the caller's additional data: 32 bytes, or none for RFC 6979 as it stands.</summary>
    public Signature Sign(Bytes32 digest, ReadOnlySpan<byte> additionalData)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (additionalData.Length is not (0 or 32))
        {
            throw new ArgumentException("Additional data is 32 bytes or none.", nameof(additionalData));
        }

        Span<byte> message = stackalloc byte[Bytes32.Length];
        Span<byte> signature = stackalloc byte[64];
        digest.CopyTo(message);
        if (!Secp256k1.TrySign(message, _secret, additionalData, signature, out var recoveryId))
        {
            // r at or above N, or no nonce: a chance of 2^-127.
            throw new CryptographicException("No signature was found.");
        }

        return new Signature(new Bytes32(signature[..32]), new Bytes32(signature[32..]), recoveryId);
    }

    /// <summary>Writes the 32 secret bytes to <paramref name="destination"/>, which the caller erases.</summary>
    public void ExportTo(Span<byte> destination)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (destination.Length != Length)
        {
            throw new ArgumentException($"Expected {Length} bytes, not {destination.Length}.", nameof(destination));
        }

        _secret.CopyTo(destination);
    }

    /// <summary>Erases the secret.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_secret);
    }

    /// <summary>The address; never the secret.</summary>
    public override string ToString() => $"key of {Address}";
}
