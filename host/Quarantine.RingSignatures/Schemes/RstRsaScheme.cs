using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Schemes;

/// <summary>The paper's: Rivest, Shamir and Tauman over RSA-2048. Not linkable, verified off chain.</summary>
/// <param name="random">Fresh bytes; the operating system's where none is given.</param>
public sealed class RstRsaScheme(RandomSource? random = null) : IRingSignatureScheme<RsaRing, RsaRingKeyPair>
{
    private readonly RstSigner _signer = new(random);

    public string Name => "rst-rsa";

    public bool IsLinkable => false;

    public int SignatureLength(RsaRing ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return RstSignature.EncodedLength(ring.Count);
    }

    public byte[] Sign(RsaRing ring, RsaRingKeyPair key, Statement statement) => _signer.Sign(key, ring, statement).ToArray();

    public bool Verify(RsaRing ring, Statement statement, ReadOnlySpan<byte> signature)
    {
        ArgumentNullException.ThrowIfNull(ring);
        ArgumentNullException.ThrowIfNull(statement);
        return RstSignature.TryParse(signature, out var parsed) && RstVerifier.Verify(ring, statement, parsed);
    }
}
