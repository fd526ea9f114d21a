using System.Numerics;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>
/// The common domain {0,1}^b of all members' permutations. b is the longest modulus and 160 bits more, as the 2001 paper proposes in 3.1: a
/// b-bit number then falls outside a permutation's reach with probability 2^-160 only.
/// </summary>
internal static class RstDomain
{
    /// <summary>b in bytes: 2208 bits.</summary>
    internal const int Length = RsaRingPublicKey.Length + 20;

    /// <summary>2^b.</summary>
    internal static BigInteger Size { get; } = BigInteger.One << (Length * 8);
}
