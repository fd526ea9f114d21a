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
        try
        {
            Draw(nonces, beta, z);
            return LsagEquations.TryClose(context, ring.Keys, position, secret, beta, z, out var c0)
                ? new LsagSignature(c0, secret.Tag, z)
                : throw new CryptographicException("The signature did not verify, and was discarded.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(beta);
        }
    }

    private TagSecret CreateTagSecret(RingKeyPair key, Scope scope) =>
        TagSecret.TryCreate(key, scope.Epsilon(), _random, out var secret)
            ? secret
            : throw new CryptographicException("The key has no tag in this scope.");

    /// <summary>One generator for beta and every z_i, seeded by x, M, eps, s and fresh bytes.</summary>
    private HedgedNonces CreateNonces(RingKeyPair key, in LsagContext context, int position)
    {
        Span<byte> operation = stackalloc byte[32 + 32 + sizeof(int)];
        context.Message.CopyTo(operation);
        context.Epsilon.CopyTo(operation[32..]);
        BinaryPrimitives.WriteInt32BigEndian(operation[64..], position);
        return new HedgedNonces(key.Secret, operation, _random, Domains.SignatureNonces);
    }

    /// <summary>beta first, then z_0 to z_{n-1}; the own response is overwritten when the ring closes.</summary>
    private static void Draw(HedgedNonces nonces, Span<byte> beta, Span<Bytes32> z)
    {
        Span<byte> drawn = stackalloc byte[(z.Length + 1) * Secp256k1.ScalarLength];
        nonces.Draw(drawn);
        drawn[..Secp256k1.ScalarLength].CopyTo(beta);
        for (var i = 0; i < z.Length; i++)
        {
            z[i] = new Bytes32(drawn.Slice((i + 1) * Secp256k1.ScalarLength, Secp256k1.ScalarLength));
        }

        CryptographicOperations.ZeroMemory(drawn);
    }
}
