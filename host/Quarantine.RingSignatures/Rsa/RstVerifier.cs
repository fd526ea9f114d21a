using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Rsa;

/// <summary>Verifies rst-rsa signatures (2001 paper, 3.5, "verifying a ring signature"). Thread-safe.</summary>
public static class RstVerifier
{
    /// <summary>Whether some member of <paramref name="ring"/> signed <paramref name="statement"/>. It cannot tell whether twice.</summary>
    public static bool Verify(RsaRing ring, Statement statement, RstSignature signature)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(signature);
        if (signature.Count != ring.Count)
        {
            return false;
        }

        Span<byte> key = stackalloc byte[Bytes32.Length];
        Span<byte> y = stackalloc byte[RstDomain.Length];
        Span<byte> chain = stackalloc byte[RstDomain.Length];
        RstEquations.Key(ring, statement).CopyTo(key);
        signature.Glue.CopyTo(chain);
        for (var i = 0; i < ring.Count; i++)
        {
            ring.Keys[i].Apply(signature.Input(i), y);
            RstEquations.Combine(key, y, chain);
        }

        // The ring equation: C_{k,v}(y_1, ..., y_r) = v.
        return chain.SequenceEqual(signature.Glue);
    }
}
