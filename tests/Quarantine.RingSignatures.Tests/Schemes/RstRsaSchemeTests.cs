using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Schemes;

namespace Quarantine.RingSignatures.Tests.Schemes;

public sealed class RstRsaSchemeTests : RingSignatureSchemeContract<RsaRing, RsaRingKeyPair>
{
    private static readonly RsaRingKeyPair[] Pairs = [.. Enumerable.Range(0, 8).Select(_ => RsaRingKeyPair.Generate())];

    private protected override IRingSignatureScheme<RsaRing, RsaRingKeyPair> Scheme { get; } = new RstRsaScheme();

    [Fact]
    public void Scheme_SaysWhatItIs()
    {
        Assert.Equal("rst-rsa", Scheme.Name);
        Assert.False(Scheme.IsLinkable);
    }

    protected override (RsaRing Ring, RsaRingKeyPair[] Keys) CreateRing(int count, int from)
    {
        var keys = Pairs[from..(from + count)].OrderBy(pair => pair.PublicKey).ToArray();
        return RsaRing.TryCreate(keys.Select(pair => pair.PublicKey).ToArray(), out var ring) ? (ring, keys) : throw new InvalidOperationException();
    }
}
