using System.Security.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>Makes rst-rsa signatures (2001 paper, 3.5, "generating a ring signature"). Thread-safe.</summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class RstSigner(RandomSource? random = null)
{
    private readonly RandomSource _random = random ?? RandomSource.System;

    /// <summary>Signs a statement as a member of <paramref name="ring"/>, and verifies the signature before it leaves.</summary>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not in the ring.</exception>
    public RstSignature Sign(RsaRingKeyPair key, RsaRing ring, Statement statement)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        var position = ring.IndexOf(key.PublicKey);
        if (position < 0)
        {
            throw new ArgumentException("The key is not a member of the ring.", nameof(key));
        }

        // Steps 2 and 3: the glue v and, for every other member, x_i, all at random; the own one is overwritten.
        var values = new byte[(ring.Count + 1) * RstDomain.Length];
        Span<byte> k = stackalloc byte[Bytes32.Length];
        RstEquations.Key(ring, statement).CopyTo(k);
        using (var nonces = new HedgedNonces(key.NonceKey, k, _random, Domains.RsaNonces))
        {
            nonces.Fill(values);
        }

        Close(key, ring, k, position, values);
        var signature = RstSignature.Create(values);

        // A fault in the trapdoor's arithmetic would give a factor of the modulus away (Boneh, DeMillo, Lipton, 1997).
        return RstVerifier.Verify(ring, statement, signature)
            ? signature
            : throw new CryptographicException("The signature did not verify, and was discarded.");
    }

    /// <summary>Solves the ring equation for y_s (step 4), and inverts g_s by the trapdoor (step 5).</summary>
    private static void Close(RsaRingKeyPair key, RsaRing ring, ReadOnlySpan<byte> k, int position, Span<byte> values)
    {
        Span<byte> y = stackalloc byte[RstDomain.Length];
        Span<byte> forwards = stackalloc byte[RstDomain.Length];
        Span<byte> backwards = stackalloc byte[RstDomain.Length];
        var glue = values[..RstDomain.Length];
        glue.CopyTo(forwards);
        for (var i = 0; i < position; i++)
        {
            ring.Keys[i].Apply(InputOf(values, i), y);
            RstEquations.Combine(k, y, forwards);
        }

        glue.CopyTo(backwards);
        for (var i = ring.Count - 1; i > position; i--)
        {
            ring.Keys[i].Apply(InputOf(values, i), y);
            RstEquations.Uncombine(k, y, backwards);
        }

        // E_k(y_s xor forwards) = backwards.
        RstEquations.Uncombine(k, forwards, backwards);
        key.Invert(backwards, InputOf(values, position));
    }

    private static Span<byte> InputOf(Span<byte> values, int index) => values.Slice((index + 1) * RstDomain.Length, RstDomain.Length);
}
