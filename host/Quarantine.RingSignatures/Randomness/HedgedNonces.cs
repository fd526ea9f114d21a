using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;

namespace Quarantine.RingSignatures.Randomness;

/// <summary>
/// Secret scalars of one operation, from a generator seeded by the secret key, everything that the operation is about, and 32 fresh bytes.
/// With good fresh bytes they are random; with bad ones, a function of the operation that nobody without the key can guess. Either way two
/// different operations never share one. Single-threaded.
/// </summary>
internal sealed class HedgedNonces : IDisposable
{
    private const int FreshLength = 32;

    private readonly HmacDrbg _generator;

    /// <param name="secret">The key.</param>
    /// <param name="operation">What the operation is about, of a fixed length for each label.</param>
    /// <param name="random">Fresh bytes.</param>
    /// <param name="label">The kind of operation.</param>
    internal HedgedNonces(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> operation, RandomSource random, ReadOnlySpan<byte> label)
    {
        Span<byte> seed = stackalloc byte[secret.Length + operation.Length + FreshLength + label.Length];
        random.Fill(seed.Slice(secret.Length + operation.Length, FreshLength));
        secret.CopyTo(seed);
        operation.CopyTo(seed[secret.Length..]);
        label.CopyTo(seed[^label.Length..]);
        _generator = new HmacDrbg(seed);
        CryptographicOperations.ZeroMemory(seed);
    }

    /// <summary>Fills <paramref name="bytes"/>.</summary>
    internal void Fill(Span<byte> bytes) => _generator.Generate(bytes);

    /// <summary>Fills <paramref name="scalars"/>, a multiple of 32 bytes, with scalars in 1..N-1.</summary>
    internal void Draw(Span<byte> scalars)
    {
        _generator.Generate(scalars);
        for (var rest = scalars; !rest.IsEmpty; rest = rest[Secp256k1.ScalarLength..])
        {
            while (!Secp256k1.IsSecret(rest[..Secp256k1.ScalarLength]))
            {
                _generator.Generate(rest[..Secp256k1.ScalarLength]);
            }
        }
    }

    public void Dispose() => _generator.Dispose();
}
