namespace Quarantine.RingSignatures.Rsa.Exponentiation;

/// <summary>The trapdoor: f⁻¹(y) = y^d mod n for one secret key. Thread-safe.</summary>
internal interface IRsaInverse : IDisposable
{
    /// <summary>result = value^d mod n; both 256 bytes big-endian, the value below n.</summary>
    void Apply(ReadOnlySpan<byte> value, Span<byte> result);
}
