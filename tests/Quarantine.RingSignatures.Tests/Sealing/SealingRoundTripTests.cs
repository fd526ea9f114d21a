using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;
using Quarantine.RingSignatures.Sealing;

namespace Quarantine.RingSignatures.Tests.Sealing;

public sealed class SealingRoundTripTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 1024)]
    [InlineData(3, 100)]
    [InlineData(255, 33)]
    public void TryOpen_EveryRecipient_ReadsTheMessage(int recipients, int length)
    {
        var pairs = Enumerable.Range(0, recipients).Select(_ => SealingKeyPair.Generate(RandomSource.System)).ToArray();
        var plaintext = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        var message = new MessageSealer().Seal(plaintext, pairs.Select(pair => pair.PublicKey).ToArray(), "context"u8);

        Assert.Equal(MessageSealer.SealedLength(recipients, length), message.Length);
        foreach (var pair in pairs)
        {
            Assert.True(MessageOpener.TryOpen(message, pair, "context"u8, out var opened));
            Assert.Equal(plaintext, opened);
            pair.Dispose();
        }
    }
}
