using System.Reflection;
using Quarantine.RingSignatures.Keys;
using Quarantine.RingSignatures.Randomness;

namespace Quarantine.RingSignatures.Tests.Attacks;

/// <summary>A pair whose secret is not its public key's, as a fault in memory would leave one.</summary>
internal static class Mismatch
{
    /// <summary>The secret of a fresh key under the name of <paramref name="publicKey"/>.</summary>
    internal static RingKeyPair Under(RingPublicKey publicKey)
    {
        var pair = RingKeyPair.Generate(RandomSource.System);
        var field = typeof(RingKeyPair).GetField("<PublicKey>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)!;
        field.SetValue(pair, publicKey);
        return pair;
    }
}
