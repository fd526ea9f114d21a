using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Keys;

/// <summary>
/// A secret ring key x with its public key P = xG, negated where needed so that P has even y. Signs reports and nothing else: it never
/// takes part in a key agreement, since that would let anybody test whether a tag is its owner's. Disposing erases it.
/// Thread-safe until disposed.
/// </summary>
public sealed class RingKeyPair : IDisposable
{
    private readonly SecretScalar _secret;

    private RingKeyPair(SecretScalar secret, RingPublicKey publicKey) => (_secret, PublicKey) = (secret, publicKey);

    public RingPublicKey PublicKey { get; }

    internal ReadOnlySpan<byte> Secret => _secret.Bytes;

    /// <summary>
    /// Takes 32 big-endian bytes; false where they are not in 1..N-1, or where P.x is N or more (two keys in 2^128), which no ring takes.
    /// </summary>
    public static bool TryCreate(ReadOnlySpan<byte> secret, [NotNullWhen(true)] out RingKeyPair? pair)
    {
        pair = null;
        if (secret.Length != Secp256k1.ScalarLength)
        {
            return false;
        }

        var scalar = new SecretScalar(secret);
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        if (!Secp256k1.TryCreatePublicKey(scalar.Bytes, point) || !RingPublicKey.TryCreate(new Bytes32(point[..32]), out var publicKey))
        {
            scalar.Dispose();
            return false;
        }

        if ((point[63] & 1) != 0)
        {
            Secp256k1.TrySecretNegate(scalar.Bytes);
        }

        pair = new RingKeyPair(scalar, publicKey);
        return true;
    }

    /// <summary>A key from <paramref name="random"/> alone; a gateway derives its own from its <see cref="GatewaySeed"/>.</summary>
    public static RingKeyPair Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> secret = stackalloc byte[Secp256k1.ScalarLength];
        RingKeyPair? pair;
        do
        {
            random.Fill(secret);
        }
        while (!TryCreate(secret, out pair));

        CryptographicOperations.ZeroMemory(secret);
        return pair;
    }

    /// <summary>Copies the normalised secret, for a store that encrypts it; the caller erases the copy.</summary>
    public void ExportSecret(Span<byte> destination) => _secret.Bytes.CopyTo(destination);

    public void Dispose() => _secret.Dispose();

    /// <summary>The public key only.</summary>
    public override string ToString() => PublicKey.ToString();
}
