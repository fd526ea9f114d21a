using Quarantine.RingSignatures.Rsa;
using Quarantine.RingSignatures.Schemes;
using Quarantine.RingSignatures.Tests.Rsa;

namespace Quarantine.RingSignatures.Tests.Schemes;

public sealed class RstRsaSchemeTests : RingSignatureSchemeContract<RsaRing, RsaRingKeyPair>
{
    private static readonly RsaRingKeyPair[] Pairs = [.. SampleRsaKeys.Take(8).Select(key => RsaRingKeyPair.Create(key))];

    private protected override IRingSignatureScheme<RsaRing, RsaRingKeyPair> Scheme { get; } = new RstRsaScheme();

    [Fact]
    public void Scheme_SaysWhatItIs()
    {
        Assert.Equal("rst-rsa", Scheme.Name);
        Assert.False(Scheme.IsLinkable);
    }

    [Fact]
    public void Generate_NewKey_SignsAndVerifies()
    {
        using var pair = RsaRingKeyPair.Generate();
        Assert.True(RsaRing.TryCreate([pair.PublicKey], out var ring));

        Assert.True(Scheme.Verify(ring, Statement, Scheme.Sign(ring, pair, Statement)));
    }

    protected override (RsaRing Ring, RsaRingKeyPair[] Keys) CreateRing(int count, int from)
    {
        var keys = Pairs[from..(from + count)].OrderBy(pair => pair.PublicKey).ToArray();
        return RsaRing.TryCreate(keys.Select(pair => pair.PublicKey).ToArray(), out var ring) ? (ring, keys) : throw new InvalidOperationException();
    }
}
