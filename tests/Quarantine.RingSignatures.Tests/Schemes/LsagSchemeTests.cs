using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Schemes;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Schemes;

public sealed class LsagSchemeTests : RingSignatureSchemeContract<Ring, RingKeyPair>
{
    private static readonly RingKeyPair[] Pairs = CreatePairs();

    private protected override IRingSignatureScheme<Ring, RingKeyPair> Scheme { get; } = new LsagScheme();

    [Fact]
    public void Scheme_SaysWhatItIs()
    {
        Assert.Equal("lsag", Scheme.Name);
        Assert.True(Scheme.IsLinkable);
    }

    protected override (Ring Ring, RingKeyPair[] Keys) CreateRing(int count, int from)
    {
        var keys = Pairs[from..(from + count)].OrderBy(pair => pair.PublicKey).ToArray();
        return Ring.TryCreate(keys.Select(pair => pair.PublicKey).ToArray(), out var ring) ? (ring, keys) : throw new InvalidOperationException();
    }

    private static RingKeyPair[] CreatePairs()
    {
        var random = new SeededRandom("lsag scheme tests");
        return [.. Enumerable.Range(0, 8).Select(_ => RingKeyPair.Generate(random))];
    }
}
