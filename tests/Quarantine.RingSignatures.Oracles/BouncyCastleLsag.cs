using System.Text;
using Org.BouncyCastle.Math;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Oracles;

/// <summary>
/// The whole of lsag a second time, on BouncyCastle alone: hashes, encodings and curve. It shares no arithmetic with the library, only the
/// types that carry the data. Neither constant-time nor for use.
/// </summary>
public static class BouncyCastleLsag
{
    private static readonly byte[] TagDomain = BouncyCastleCurve.Keccak(Encoding.ASCII.GetBytes("quarantine/lsag/tag/v1"));
    private static readonly byte[] MessageDomain = BouncyCastleCurve.Keccak(Encoding.ASCII.GetBytes("quarantine/lsag/message/v1"));

    private static BigInteger N => BouncyCastleCurve.Order;

    public static BigInteger Epsilon(Scope scope) => new BigInteger(1, BouncyCastleCurve.Keccak(
        TagDomain,
        Word(scope.ChainId),
        scope.Contract.ToWord().ToArray(),
        scope.CommunityId.ToArray(),
        Word(scope.Kind),
        Word(scope.Slot))).Mod(N);

    public static byte[] Message(ReadOnlySpan<RingPublicKey> ring, Statement statement, Tag tag) => BouncyCastleCurve.Keccak(
        MessageDomain,
        Word(statement.Scope.ChainId),
        statement.Scope.Contract.ToWord().ToArray(),
        statement.Scope.CommunityId.ToArray(),
        CodeHash(ring),
        Word(statement.Scope.Kind),
        Word(statement.Scope.Slot),
        statement.State.ToArray(),
        statement.Relay.ToWord().ToArray(),
        tag.X.ToArray(),
        Word(tag.Parity));

    public static bool Verify(ReadOnlySpan<RingPublicKey> ring, Statement statement, LsagSignature signature) =>
        Challenges(ring, statement, signature) is { } challenges && challenges[^1].AsSpan().SequenceEqual(challenges[0]);

    /// <summary>c_0 to c_n; null where a step gives none.</summary>
    public static IReadOnlyList<byte[]>? Challenges(ReadOnlySpan<RingPublicKey> ring, Statement statement, LsagSignature signature)
    {
        var tag = signature.Tag;
        if (signature.Z.Length != ring.Length || tag.Parity > 1)
        {
            return null;
        }

        var epsilon = Epsilon(statement.Scope);
        var message = Message(ring, statement, tag);
        List<byte[]> challenges = [signature.C0.ToArray()];
        for (var i = 0; i < ring.Length; i++)
        {
            if (Step(message, epsilon, ring[i], tag, challenges[i], new BigInteger(1, signature.Z[i].ToArray())) is not { } next)
            {
                return null;
            }

            challenges.Add(next);
        }

        return challenges;
    }

    /// <summary>Signs with a secret whose public key has even y; <paramref name="randomScalars"/> are beta, then z_0 to z_{n-1}.</summary>
    public static LsagSignature Sign(
        ReadOnlySpan<RingPublicKey> ring, int position, BigInteger x, Statement statement, ReadOnlySpan<BigInteger> randomScalars)
    {
        var y = x.Add(Epsilon(statement.Scope)).ModInverse(N);
        return SignUnderTag(ring, position, y, CreateTag(y), statement, randomScalars);
    }

    /// <summary>As <see cref="Sign"/>, under any y and tag: a right signature only where y = 1/(x + eps) and T = yG.</summary>
    public static LsagSignature SignUnderTag(
        ReadOnlySpan<RingPublicKey> ring, int position, BigInteger y, Tag tag, Statement statement, ReadOnlySpan<BigInteger> randomScalars)
    {
        var epsilon = Epsilon(statement.Scope);
        var message = Message(ring, statement, tag);
        var beta = randomScalars[0];
        var z = randomScalars[1..].ToArray();
        var challenge = OwnStep(message, ring[position], tag, beta, y);
        var c0 = position + 1 == ring.Length ? challenge : null;
        for (var offset = 1; offset < ring.Length; offset++)
        {
            var i = (position + offset) % ring.Length;
            challenge = Step(message, epsilon, ring[i], tag, challenge, z[i]) ?? throw new InvalidOperationException("No point.");
            c0 = i + 1 == ring.Length ? challenge : c0;
        }

        z[position] = new BigInteger(1, challenge).Subtract(beta).Multiply(y).Mod(N);
        return new LsagSignature(new Bytes32(c0), tag, z.Select(value => new Bytes32(BouncyCastleCurve.Encode(value))).ToArray());
    }

    /// <summary>T = yG.</summary>
    public static Tag CreateTag(BigInteger y)
    {
        var point = BouncyCastleCurve.MultiplyBase(y);
        var x = point.AffineXCoord.GetEncoded();
        return new Tag(new Bytes32(x), (byte)(point.AffineYCoord.TestBitZero() ? 1 : 0));
    }

    private static byte[]? Step(byte[] message, BigInteger epsilon, RingPublicKey key, Tag tag, byte[] challenge, BigInteger z)
    {
        var c = new BigInteger(1, challenge);
        var a = BouncyCastleCurve.Recover(z.Multiply(epsilon).Subtract(c).Mod(N), 0, key.X.ToArray(), N.Subtract(z));
        var b = BouncyCastleCurve.Recover(z, tag.Parity, tag.X.ToArray(), c);
        return a is null || b is null || z.CompareTo(N) >= 0 ? null : BouncyCastleCurve.Keccak(message, a, b);
    }

    private static byte[] OwnStep(byte[] message, RingPublicKey key, Tag tag, BigInteger beta, BigInteger y)
    {
        var a = BouncyCastleCurve.MultiplyBase(beta.Multiply(new BigInteger(1, key.X.ToArray()).ModInverse(N)));
        var b = BouncyCastleCurve.MultiplyBase(beta.Multiply(y).Multiply(new BigInteger(1, tag.X.ToArray()).ModInverse(N)));
        return BouncyCastleCurve.Keccak(message, BouncyCastleCurve.AddressOf(a), BouncyCastleCurve.AddressOf(b));
    }

    private static byte[] CodeHash(ReadOnlySpan<RingPublicKey> ring)
    {
        var code = new List<byte> { 0 };
        foreach (var key in ring)
        {
            code.AddRange(key.X.ToArray());
        }

        return BouncyCastleCurve.Keccak([.. code]);
    }

    private static byte[] Word(ulong value) => Bytes32.FromUInt64(value).ToArray();
}
