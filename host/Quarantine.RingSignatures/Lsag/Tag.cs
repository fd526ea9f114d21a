using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scalars;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>
/// T = yG with y = 1/(x + eps) mod N: one point for a ring key and a scope (Dodis-Yampolskiy). Two reports are of the same member of the
/// same scope exactly when their <see cref="X"/> are equal; the parity alone never tells two tags apart.
/// </summary>
/// <param name="X">T.x.</param>
/// <param name="Parity">0 where T.y is even, else 1.</param>
public readonly record struct Tag(Bytes32 X, byte Parity)
{
    /// <summary>Whether 0 &lt; T.x &lt; N and the parity is 0 or 1. That T is on the curve is for the equations to find.</summary>
    public bool IsInRange() => Parity <= 1 && PublicScalar.TryReadPositive(X, out _);
}
