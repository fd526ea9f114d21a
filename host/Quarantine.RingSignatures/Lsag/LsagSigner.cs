using System.Buffers.Binary;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>
/// Makes lsag signatures. Every operation on the key is libsecp256k1's in constant time; the position in the ring is not hidden from
/// somebody who watches this machine's caches or clock. Thread-safe.
/// </summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class LsagSigner(RandomSource? random = null)
{
    private const int SeedLength = 32 + 32 + 32 + 4 + 32;

    private readonly RandomSource _random = random ?? RandomSource.System;

    /// <summary>The tag of a key in a scope: the same whenever and however often it is made.</summary>
    public Tag CreateTag(RingKeyPair key, Scope scope)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(scope);
        using var secret = CreateTagSecret(key, scope);
        return secret.Tag;
    }

    /// <summary>Signs a statement as a member of <paramref name="ring"/>, and verifies the own step before the signature leaves.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not in the ring.</exception>
    public LsagSignature Sign(RingKeyPair key, Ring ring, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        var position = ring.IndexOf(key.PublicKey);
        if (position < 0)
        {
            throw new ArgumentException("The key is not a member of the ring.", nameof(key));
        }

        using var secret = CreateTagSecret(key, statement.Scope);
        var context = LsagContext.Create(statement, ring.CodeHash, secret.Tag);
        using var nonces = CreateNonces(key, context, position);
        Span<Bytes32> z = stackalloc Bytes32[ring.Count];
        Span<byte> beta = stackalloc byte[Secp256k1.ScalarLength];
        Draw(nonces, beta, z);
        var closed = LsagEquations.TryClose(context, ring.Keys, position, secret, beta, z, out var c0);
        CryptographicOperations.ZeroMemory(beta);
        return closed ? new LsagSignature(c0, secret.Tag, z) : throw new CryptographicException("The signature did not verify, and was discarded.");
    }

    private TagSecret CreateTagSecret(RingKeyPair key, Scope scope) =>
        TagSecret.TryCreate(key, scope.Epsilon(), _random, out var secret)
            ? secret
            : throw new CryptographicException("The key has no tag in this scope.");

    /// <summary>
    /// One generator for beta and every z_i, seeded by x, M, eps, s and fresh bytes: with good fresh bytes all are random, with bad ones all
    /// are a function of the message. Either way no two signatures share a beta and differ in anything else.
    /// </summary>
    private HmacDrbg CreateNonces(RingKeyPair key, in LsagContext context, int position)
    {
        Span<byte> seed = stackalloc byte[SeedLength + Domains.SignatureNonces.Length];
        key.Secret.CopyTo(seed);
        context.Message.CopyTo(seed[32..]);
        context.Epsilon.CopyTo(seed[64..]);
        BinaryPrimitives.WriteInt32BigEndian(seed[96..], position);
        _random.Fill(seed.Slice(100, 32));
        Domains.SignatureNonces.CopyTo(seed[SeedLength..]);
        var nonces = new HmacDrbg(seed);
        CryptographicOperations.ZeroMemory(seed);
        return nonces;
    }

    /// <summary>beta first, then z_0 to z_{n-1}; the own response is overwritten when the ring closes.</summary>
    private static void Draw(HmacDrbg nonces, Span<byte> beta, Span<Bytes32> z)
    {
        Span<byte> drawn = stackalloc byte[(z.Length + 1) * Secp256k1.ScalarLength];
        nonces.Generate(drawn);
        for (var i = 0; i <= z.Length; i++)
        {
            var scalar = drawn.Slice(i * Secp256k1.ScalarLength, Secp256k1.ScalarLength);
            while (!Secp256k1.IsSecret(scalar))
            {
                nonces.Generate(scalar);
            }

            if (i > 0)
            {
                z[i - 1] = new Bytes32(scalar);
            }
        }

        drawn[..Secp256k1.ScalarLength].CopyTo(beta);
        CryptographicOperations.ZeroMemory(drawn);
    }
}
