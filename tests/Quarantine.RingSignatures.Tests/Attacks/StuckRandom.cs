using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Tests.Attacks;

/// <summary>A generator that broke: it gives the same byte for ever.</summary>
internal sealed class StuckRandom(byte value) : RandomSource
{
    public override void Fill(Span<byte> destination) => destination.Fill(value);
}
