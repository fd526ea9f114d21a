namespace Quarantine.RingSignatures.Randomness;

/// <summary>
/// Where fresh random bytes come from; the operating system's generator unless a test injects another. Whoever shares a signer, prover or
/// sealer between threads needs a thread-safe one.
/// </summary>
public abstract class RandomSource
{
    /// <summary>The operating system's generator. Thread-safe.</summary>
    public static RandomSource System { get; } = new SystemRandomSource();

    /// <summary>Fills the whole of <paramref name="destination"/>.</summary>
    public abstract void Fill(Span<byte> destination);
}
