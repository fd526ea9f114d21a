using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Keys;

/// <summary>
/// The one secret that restores a gateway: account, ring and sealing key are HKDF-SHA256 (RFC 5869) of it under a label each, so none
/// tells anything about another. A key that was replaced has a higher generation. Disposing erases the seed.
/// </summary>
public sealed class GatewaySeed : IDisposable
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private readonly SecretScalar _seed;

    /// <summary>Copies 32 bytes of full entropy.</summary>
    public GatewaySeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != Length)
        {
            throw new ArgumentException($"A seed has 32 bytes, not {seed.Length}.", nameof(seed));
        }

        _seed = new SecretScalar(seed);
    }

    private delegate bool TryAccept<T>(ReadOnlySpan<byte> candidate, [NotNullWhen(true)] out T? key)
        where T : class;

    public static GatewaySeed Generate(RandomSource random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Span<byte> seed = stackalloc byte[Length];
        try
        {
            random.Fill(seed);
            return new GatewaySeed(seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Writes the account's secret key, 32 bytes in 1..N-1; the caller erases them.</summary>
    public void DeriveAccountSecret(Span<byte> destination, uint generation = 0)
    {
        if (destination.Length != Secp256k1.ScalarLength)
        {
            throw new ArgumentException($"A secret key has 32 bytes, not {destination.Length}.", nameof(destination));
        }

        for (uint attempt = 0; ; attempt++)
        {
            Expand(Domains.AccountKey, generation, attempt, destination);
            if (Secp256k1.IsSecret(destination))
            {
                return;
            }
        }
    }

    public RingKeyPair DeriveRingKey(uint generation = 0) => Derive<RingKeyPair>(Domains.RingKey, generation, RingKeyPair.TryCreate);

    public SealingKeyPair DeriveSealingKey(uint generation = 0) =>
        Derive<SealingKeyPair>(Domains.SealingKey, generation, SealingKeyPair.TryCreate);

    /// <summary>Copies the seed, for the backup; the caller erases the copy.</summary>
    public void Export(Span<byte> destination) => _seed.Bytes.CopyTo(destination);

    public void Dispose() => _seed.Dispose();

    private T Derive<T>(ReadOnlySpan<byte> label, uint generation, TryAccept<T> accept)
        where T : class
    {
        Span<byte> candidate = stackalloc byte[Secp256k1.ScalarLength];
        try
        {
            for (uint attempt = 0; ; attempt++)
            {
                Expand(label, generation, attempt, candidate);
                if (accept(candidate, out var key))
                {
                    return key;
                }
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(candidate);
        }
    }

    /// <summary>info = label || generation || attempt, both as 4 bytes big-endian; the attempt rises where a candidate is out of range.</summary>
    private void Expand(ReadOnlySpan<byte> label, uint generation, uint attempt, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[label.Length + 8];
        label.CopyTo(info);
        BinaryPrimitives.WriteUInt32BigEndian(info[label.Length..], generation);
        BinaryPrimitives.WriteUInt32BigEndian(info[(label.Length + 4)..], attempt);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _seed.Bytes, output, [], info);
    }
}
