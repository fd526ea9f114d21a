namespace Quarantine.RingSignatures.Rsa;

/// <summary>A permutation of the numbers below a modulus, 256 bytes each.</summary>
internal delegate void RsaMap(ReadOnlySpan<byte> value, Span<byte> result);
