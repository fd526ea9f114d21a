using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Lsag;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Schemes;

/// <summary>The default: linkable within a scope, verified by contracts.</summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class LsagScheme(RandomSource? random = null) : IRingSignatureScheme<Ring, RingKeyPair>
{
    private readonly LsagSigner _signer = new(random);

    public string Name => "lsag";

    public bool IsLinkable => true;

    public int SignatureLength(Ring ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return LsagSignature.EncodedLength(ring.Count);
    }

    public byte[] Sign(Ring ring, RingKeyPair key, Statement statement) => _signer.Sign(key, ring, statement).ToArray();

    public bool Verify(Ring ring, Statement statement, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        return LsagSignature.TryParse(signature, out var parsed) && LsagVerifier.Verify(ring, statement, parsed);
    }
}
