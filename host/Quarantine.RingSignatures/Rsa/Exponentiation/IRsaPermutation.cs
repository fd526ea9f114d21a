namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>f(x) = x^e mod n for one public key. Thread-safe.</summary>
internal interface IRsaPermutation
{
    /// <summary>result = value^e mod n; both 256 bytes big-endian, the value below n.</summary>
    void Apply(ReadOnlySpan<byte> value, Span<byte> result);
}
