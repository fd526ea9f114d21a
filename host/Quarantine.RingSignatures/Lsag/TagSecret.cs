using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>y = 1/(x + eps) mod N and T = yG. Whoever has y and eps has x, so disposing erases y.</summary>
internal sealed class TagSecret : IDisposable
{
    private readonly SecretScalar _y;

    private TagSecret(SecretScalar y, Tag tag) => (_y, Tag) = (y, tag);

    internal Tag Tag { get; }

    internal ReadOnlySpan<byte> Y => _y.Bytes;

    /// <summary>
    /// False where x + eps is zero or T.x is N or more: neither ever happens to a key and a scope that were not made for it.
    /// </summary>
    internal static bool TryCreate(RingKeyPair key, PublicScalar epsilon, RandomSource random, [NotNullWhen(true)] out TagSecret? secret)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(random);
        secret = null;
        Span<byte> y = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> point = stackalloc byte[Secp256k1.PointLength];
        if (TryInvertSum(key.Secret, epsilon, random, y) && Secp256k1.TryCreatePublicKey(y, point))
        {
            var tag = new Tag(new Bytes32(point[..32]), (byte)(point[63] & 1));
            secret = tag.IsInRange() ? new TagSecret(new SecretScalar(y), tag) : null;
        }

        CryptographicOperations.ZeroMemory(y);
        return secret is not null;
    }

    public void Dispose() => _y.Dispose();

    /// <summary>The tag only.</summary>
    public override string ToString() => Tag.ToString();

    /// <summary>
    /// y = b * 1/(b (x + eps)) for a random b: what the variable-time inversion sees is b (x + eps), uniform whatever x is.
    /// </summary>
    private static bool TryInvertSum(ReadOnlySpan<byte> x, PublicScalar epsilon, RandomSource random, Span<byte> y)
    {
        Span<byte> sum = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> blind = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> blinded = stackalloc byte[Secp256k1.ScalarLength];
        try
        {
            epsilon.CopyTo(blind);
            x.CopyTo(sum);
            if (!Secp256k1.TrySecretAdd(sum, blind))
            {
                return false;
            }

            using var nonces = new HedgedNonces(x, blind, random, Domains.InversionBlind);
            nonces.Draw(blind);
            sum.CopyTo(blinded);
            Secp256k1.TrySecretMultiply(blinded, blind);
            PublicScalar.TryRead(blinded, out var product);
            PublicScalar.Invert(product).CopyTo(y);
            Secp256k1.TrySecretMultiply(y, blind);
            return IsInverse(y, sum);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(sum);
            CryptographicOperations.ZeroMemory(blind);
            CryptographicOperations.ZeroMemory(blinded);
        }
    }

    /// <summary>Whether y * sum = 1: a fault in the inversion would put a wrong y into the signature, which tells about x.</summary>
    private static bool IsInverse(ReadOnlySpan<byte> y, ReadOnlySpan<byte> sum)
    {
        Span<byte> product = stackalloc byte[Secp256k1.ScalarLength];
        Span<byte> one = stackalloc byte[Secp256k1.ScalarLength];
        one[^1] = 1;
        sum.CopyTo(product);
        return Secp256k1.TrySecretMultiply(product, y) && CryptographicOperations.FixedTimeEquals(product, one);
    }
}
