using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Randomness;

/// <summary>
/// HMAC_DRBG over SHA-256 (NIST SP 800-90A Rev. 1, 10.1.2), as RFC 6979, 3.2 uses it: every draw is a generate request of its own
/// without additional input. Single-threaded; never reseeded, since one instance serves one signature.
/// </summary>
internal sealed class HmacDrbg : IDisposable
{
    /// <summary>The longest seed material, in bytes.</summary>
    internal const int MaximumSeedLength = 1024;

    private const int Length = SHA256.HashSizeInBytes;

    private readonly byte[] _key = GC.AllocateArray<byte>(Length, pinned: true);
    private readonly byte[] _value = GC.AllocateArray<byte>(Length, pinned: true);
    private bool _disposed;

    /// <summary>Instantiates from the seed material: entropy, nonce and personalisation string, one after the other.</summary>
    internal HmacDrbg(ReadOnlySpan<byte> seedMaterial)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seedMaterial.Length, MaximumSeedLength, nameof(seedMaterial));
        _value.AsSpan().Fill(1);
        Update(seedMaterial);
    }

    /// <summary>Fills <paramref name="output"/> by one generate request (10.1.2.5).</summary>
    internal void Generate(Span<byte> output)
    {
        // Its overwritten state is one that everybody knows.
        ObjectDisposedException.ThrowIf(_disposed, this);
        while (!output.IsEmpty)
        {
            HMACSHA256.HashData(_key, _value, _value);
            var taken = Math.Min(output.Length, Length);
            _value.AsSpan(0, taken).CopyTo(output);
            output = output[taken..];
        }

        Update([]);
    }

    /// <summary>Overwrites the state.</summary>
    public void Dispose()
    {
        _disposed = true;
        CryptographicOperations.ZeroMemory(_key);
        CryptographicOperations.ZeroMemory(_value);
    }

    /// <summary>10.1.2.2: K = HMAC(K, V || round || data), V = HMAC(K, V), twice where there is data.</summary>
    private void Update(ReadOnlySpan<byte> data)
    {
        Mix(0, data);
        if (!data.IsEmpty)
        {
            Mix(1, data);
        }
    }

    private void Mix(byte round, ReadOnlySpan<byte> data)
    {
        Span<byte> input = stackalloc byte[Length + 1 + data.Length];
        _value.CopyTo(input);
        input[Length] = round;
        data.CopyTo(input[(Length + 1)..]);
        HMACSHA256.HashData(_key, input, _key);
        HMACSHA256.HashData(_key, _value, _value);
        CryptographicOperations.ZeroMemory(input);
    }
}
