using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace Quarantine.Ethereum.Keystore;

/// <summary>
/// scrypt (RFC 7914), which .NET has not. OpenSSL has it, but refuses N from 2^(16 r) upwards, and with that the scrypt vector that the Web3
/// Secret Storage Definition itself publishes (N = 2^18, r = 1). All memory is native, erased and freed at once.
/// </summary>
/// <remarks>
/// The 16 words of each 64-byte block are kept in the order 0, 5, 10, 15, 4, 9, 14, 3, 8, 13, 2, 7, 12, 1, 6, 11, so that a round of Salsa20/8
/// works on whole vectors.
/// </remarks>
internal static unsafe class Scrypt
{
    private const int BlockBytes = 64;
    private const int BlockWords = 16;
    private const int BlockVectors = 4;

    internal static void Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, ScryptParameters parameters, Span<byte> key)
    {
        var blocks = 2 * parameters.R;
        var mixed = new byte[parameters.P * blocks * BlockBytes];
        var vectors = blocks * BlockVectors;

        // N stored states, the running state, and the one that is made from it.
        var bytes = ((nuint)parameters.N + 2) * (nuint)vectors * (nuint)sizeof(Vector128<uint>);
        var memory = (Vector128<uint>*)NativeMemory.AlignedAlloc(bytes, BlockBytes);
        try
        {
            Rfc2898DeriveBytes.Pbkdf2(password, salt, mixed, iterations: 1, HashAlgorithmName.SHA256);
            for (var i = 0; i < parameters.P; i++)
            {
                RoMix(mixed.AsSpan(i * blocks * BlockBytes, blocks * BlockBytes), parameters.N, vectors, memory);
            }

            Rfc2898DeriveBytes.Pbkdf2(password, mixed, key, iterations: 1, HashAlgorithmName.SHA256);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(mixed);
            NativeMemory.Clear(memory, bytes);
            NativeMemory.AlignedFree(memory);
        }
    }

    /// <summary>Section 5. N is a power of two, so that a remainder is a mask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RoMix(Span<byte> block, int n, int vectors, Vector128<uint>* memory)
    {
        var stored = memory + ((nint)2 * vectors);
        var (x, y) = ((nint)memory, (nint)(memory + vectors));
        Load(block, (uint*)x);
        for (nint i = 0; i < n; i++)
        {
            var v = stored + (i * vectors);
            Buffer.MemoryCopy((void*)x, v, (long)vectors * sizeof(Vector128<uint>), (long)vectors * sizeof(Vector128<uint>));
            BlockMix((Vector128<uint>*)x, null, (Vector128<uint>*)y, vectors);
            (x, y) = (y, x);
        }

        for (var i = 0; i < n; i++)
        {
            // Integerify: the first word of the last block, which has kept its place.
            var j = (nint)(((uint*)x)[(vectors - BlockVectors) * 4] & (uint)(n - 1));
            BlockMix((Vector128<uint>*)x, stored + (j * vectors), (Vector128<uint>*)y, vectors);
            (x, y) = (y, x);
        }

        Store((uint*)x, block);
    }

    /// <summary>Section 4, of <paramref name="input"/>, or of its exclusive or with <paramref name="other"/> where that is given.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void BlockMix(Vector128<uint>* input, Vector128<uint>* other, Vector128<uint>* output, int vectors)
    {
        var last = vectors - BlockVectors;
        var (a, b, c, d) = (input[last], input[last + 1], input[last + 2], input[last + 3]);
        if (other is not null)
        {
            (a, b, c, d) = (a ^ other[last], b ^ other[last + 1], c ^ other[last + 2], d ^ other[last + 3]);
        }

        for (var i = 0; i < vectors; i += BlockVectors)
        {
            (a, b, c, d) = (a ^ input[i], b ^ input[i + 1], c ^ input[i + 2], d ^ input[i + 3]);
            if (other is not null)
            {
                (a, b, c, d) = (a ^ other[i], b ^ other[i + 1], c ^ other[i + 2], d ^ other[i + 3]);
            }

            Salsa8(ref a, ref b, ref c, ref d);

            // Even blocks come first, then the odd ones.
            var target = output + ((i / BlockVectors % 2 == 0 ? 0 : vectors / 2) + (i / (2 * BlockVectors) * BlockVectors));
            (target[0], target[1], target[2], target[3]) = (a, b, c, d);
        }
    }

    /// <summary>Section 3: four double rounds, columns and then rows, and the input added.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Salsa8(ref Vector128<uint> a0, ref Vector128<uint> b0, ref Vector128<uint> c0, ref Vector128<uint> d0)
    {
        var (a, b, c, d) = (a0, b0, c0, d0);
        for (var i = 0; i < 4; i++)
        {
            b ^= Rotate(a + d, 7);
            c ^= Rotate(b + a, 9);
            d ^= Rotate(c + b, 13);
            a ^= Rotate(d + c, 18);
            b = Vector128.Shuffle(b, Vector128.Create(3u, 0, 1, 2));
            c = Vector128.Shuffle(c, Vector128.Create(2u, 3, 0, 1));
            d = Vector128.Shuffle(d, Vector128.Create(1u, 2, 3, 0));
            d ^= Rotate(a + b, 7);
            c ^= Rotate(d + a, 9);
            b ^= Rotate(c + d, 13);
            a ^= Rotate(b + c, 18);
            b = Vector128.Shuffle(b, Vector128.Create(1u, 2, 3, 0));
            c = Vector128.Shuffle(c, Vector128.Create(2u, 3, 0, 1));
            d = Vector128.Shuffle(d, Vector128.Create(3u, 0, 1, 2));
        }

        (a0, b0, c0, d0) = (a0 + a, b0 + b, c0 + c, d0 + d);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Rotate(Vector128<uint> value, int count) => (value << count) | (value >>> (32 - count));

    private static void Load(ReadOnlySpan<byte> block, uint* words)
    {
        for (var i = 0; i < block.Length / sizeof(uint); i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32LittleEndian(block[(sizeof(uint) * Place(i))..]);
        }
    }

    private static void Store(uint* words, Span<byte> block)
    {
        for (var i = 0; i < block.Length / sizeof(uint); i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(block[(sizeof(uint) * Place(i))..], words[i]);
        }
    }

    /// <summary>The word that stands at position <paramref name="i"/>.</summary>
    private static int Place(int i) => (i & -BlockWords) + (5 * i % BlockWords);
}
