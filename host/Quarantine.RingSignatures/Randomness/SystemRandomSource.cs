using System.Security.Cryptography;

namespace Quarantine.RingSignatures.Randomness;

internal sealed class SystemRandomSource : RandomSource
{
    public override void Fill(Span<byte> destination) => RandomNumberGenerator.Fill(destination);
}
