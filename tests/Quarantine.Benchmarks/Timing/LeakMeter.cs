using System.Diagnostics;
using System.Security.Cryptography;
using Quarantine.Ethereum.Cryptography;

namespace Quarantine.Benchmarks.Timing;

/// <summary>
/// Whether an operation's time tells small secrets from others: runs both kinds in random order, each with a fresh secret, and compares them
/// by Welch's t-test (O. Reparaz, J. Balasch, I. Verbauwhede, Dude, is my code constant time?, DATE 2017). Any arithmetic whose time follows
/// the bits of a secret would make the small ones stand out.
/// </summary>
/// <remarks>
/// Small ones, not a single one as in that paper: one secret means one public key, and what is done with public keys may take its time.
/// The slowest runs, in which the machine did something else, are left out by one threshold for both kinds, as in that paper's 3.2.
/// </remarks>
internal static class LeakMeter
{
    private const double Kept = 0.9;
    private const int WarmUpRuns = 4000;
    private const int SmallSecretLength = 3;

    /// <summary>Absolute t.</summary>
    internal static double Measure(LeakProbe probe)
    {
        Time(probe, WarmUpRuns);
        var (small, random) = Time(probe, probe.Runs);
        var threshold = small.Concat(random).Order().ElementAt((int)(Kept * (probe.Runs - 1)));
        return Math.Abs(WelchTest.Statistic([.. small.Where(value => value <= threshold)], [.. random.Where(value => value <= threshold)]));
    }

    private static (List<double> Small, List<double> Random) Time(LeakProbe probe, int runs)
    {
        var kinds = RandomNumberGenerator.GetBytes(runs);
        List<double> small = new(runs), random = new(runs);
        foreach (var kind in kinds)
        {
            var isSmall = (kind & 1) == 0;
            var run = probe.Prepare(DrawSecret(isSmall));
            var started = Stopwatch.GetTimestamp();
            run();
            (isSmall ? small : random).Add(Stopwatch.GetTimestamp() - started);
        }

        return (small, random);
    }

    /// <summary>One whose point has even y: a ring key negates the others, and a small one would not stay small.</summary>
    private static byte[] DrawSecret(bool isSmall)
    {
        var secret = new byte[Secp256k1.ScalarLength];
        var point = new byte[Secp256k1.PointLength];
        do
        {
            RandomNumberGenerator.Fill(isSmall ? secret.AsSpan(^SmallSecretLength) : secret);
        }
        while (!Secp256k1.TryCreatePublicKey(secret, point) || (point[^1] & 1) != 0);

        return secret;
    }
}
