using System.Numerics;

namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>Fixed-width big-endian numbers to and from .NET's big integers.</summary>
internal static class BigEndian
{
    internal static BigInteger Read(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    /// <summary>Writes the value, which fits, to the whole of <paramref name="destination"/>.</summary>
    internal static void Write(BigInteger value, Span<byte> destination)
    {
        var size = value.GetByteCount(isUnsigned: true);
        destination.Clear();
        value.TryWriteBytes(destination[(destination.Length - size)..], out _, isUnsigned: true, isBigEndian: true);
    }
}
