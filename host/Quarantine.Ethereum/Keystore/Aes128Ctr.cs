using System.Security.Cryptography;

namespace Quarantine.Ethereum.Keystore;

/// <summary>AES-128 in counter mode (NIST SP 800-38A, 6.5), the counter being the whole block: .NET has none.</summary>
internal static class Aes128Ctr
{
    internal const int KeyLength = 16;
    internal const int BlockLength = 16;

    /// <summary>Encrypts or decrypts <paramref name="data"/> in place.</summary>
    internal static void Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, Span<byte> data)
    {
        using var aes = Aes.Create();
        aes.SetKey(key);
        Span<byte> counter = stackalloc byte[BlockLength];
        Span<byte> stream = stackalloc byte[BlockLength];
        iv.CopyTo(counter);
        while (!data.IsEmpty)
        {
            aes.EncryptEcb(counter, stream, PaddingMode.None);
            var count = Math.Min(data.Length, BlockLength);
            for (var i = 0; i < count; i++)
            {
                data[i] ^= stream[i];
            }

            Increment(counter);
            data = data[count..];
        }

        CryptographicOperations.ZeroMemory(stream);
    }

    private static void Increment(Span<byte> counter)
    {
        var i = counter.Length;
        do
        {
            counter[--i]++;
        }
        while (counter[i] == 0 && i > 0);
    }
}
