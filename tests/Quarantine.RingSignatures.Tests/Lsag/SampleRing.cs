using Quarantine.Ethereum.Primitives;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Lsag;

/// <summary>A ring whose secrets are all known, and a statement.</summary>
internal sealed class SampleRing : IDisposable
{
    internal SampleRing(int count, string seed = "sample ring")
    {
        var random = new SeededRandom(seed);
        Pairs = [.. Enumerable.Range(0, count).Select(_ => RingKeyPair.Generate(random)).OrderBy(pair => pair.PublicKey)];
        Ring = Ring.TryCreate(Pairs.Select(pair => pair.PublicKey).ToArray(), out var ring) ? ring : throw new InvalidOperationException();
        Statement = new Statement(
            new Scope(31337, new Address(random.Take(20)), new Bytes32(random.Take(32)), 0, 20_500),
            new Bytes32(random.Take(32)),
            new Address(random.Take(20)));
    }

    internal RingKeyPair[] Pairs { get; }

    internal Ring Ring { get; }

    internal Statement Statement { get; }

    public void Dispose()
    {
        foreach (var pair in Pairs)
        {
            pair.Dispose();
        }
    }
}
