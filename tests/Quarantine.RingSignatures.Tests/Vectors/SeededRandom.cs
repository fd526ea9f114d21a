using System.Buffers.Binary;
using System.Text;
using Quarantine.Ethereum.Cryptography;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>A reproducible stream: keccak256(seed || counter), for vectors and for fuzzing that can be repeated. Not thread-safe.</summary>
internal sealed class SeededRandom(string seed) : RandomSource
{
    private readonly byte[] _block = [.. Encoding.UTF8.GetBytes(seed), .. new byte[8]];
    private ulong _counter;

    public override void Fill(Span<byte> destination)
    {
        Span<byte> digest = stackalloc byte[32];
        while (!destination.IsEmpty)
        {
            BinaryPrimitives.WriteUInt64BigEndian(_block.AsSpan(_block.Length - 8), _counter++);
            Keccak256.Hash(_block, digest);
            var taken = Math.Min(destination.Length, digest.Length);
            digest[..taken].CopyTo(destination);
            destination = destination[taken..];
        }
    }

    internal byte[] Take(int length)
    {
        var bytes = new byte[length];
        Fill(bytes);
        return bytes;
    }

    internal int Below(int bound)
    {
        Span<byte> bytes = stackalloc byte[4];
        Fill(bytes);
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(bytes) % (uint)bound);
    }
}
