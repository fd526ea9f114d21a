using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scalars;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>
/// Verifies lsag signatures: the same equations and checks as the contract's. Allocates nothing. Thread-safe.
/// </summary>
/// <remarks>
/// Left to the caller, who alone knows: the ring's minimum size, that the ring is one in force in that slot, that the tag's x is unspent in
/// the scope, and that the relay is the one that submits.
/// </remarks>
public static class LsagVerifier
{
    /// <summary>Whether some member of <paramref name="ring"/> signed <paramref name="statement"/> with the tag in the signature.</summary>
    public static bool Verify(Ring ring, Statement statement, LsagSignature signature)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(signature);
        return signature.Z.Length == ring.Count
            && signature.Tag.IsInRange()
            && IsInRange(signature.C0)
            && AreInRange(signature.Z)
            && LsagEquations.Closes(LsagContext.Create(statement, ring.CodeHash, signature.Tag), ring.Keys, signature.C0, signature.Z);
    }

    private static bool AreInRange(ReadOnlySpan<Bytes32> responses)
    {
        foreach (var response in responses)
        {
            if (!IsInRange(response))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>0 &lt; value &lt; N.</summary>
    private static bool IsInRange(Bytes32 value) => PublicScalar.TryReadPositive(value, out _);
}
