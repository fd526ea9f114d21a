namespace Quarantine.Ethereum.Keystore;

/// <summary>
/// Cost of scrypt (RFC 7914): memory 128 N r bytes, time in proportion to N r p. Only costs up to 512 MiB and four times the standard time are
/// accepted, with r p up to 8192; others throw <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed record ScryptParameters
{
    private const ulong MostBytes = 512 << 20;
    private const ulong MostWork = 4UL * 262_144 * 8;
    private const ulong MostStateBytes = 1 << 20;
    private const int BlockBytes = 128;

    /// <param name="n">N: a power of two above 1.</param>
    /// <param name="r">r: from 1.</param>
    /// <param name="p">p: from 1.</param>
    public ScryptParameters(int n, int r, int p)
    {
        if (!IsAcceptable(n, r, p))
        {
            throw new ArgumentOutOfRangeException(nameof(n), $"scrypt with N = {n}, r = {r}, p = {p} is not valid, or needs more than 512 MiB or four times the standard time.");
        }

        N = n;
        R = r;
        P = p;
    }

    /// <summary>N 262144, r 8, p 1: geth's standard, 256 MiB.</summary>
    public static ScryptParameters Standard { get; } = new(262_144, 8, 1);

    /// <summary>N 4096, r 8, p 6: geth's light form, 4 MiB. Stands up to guessing only with a password of high entropy.</summary>
    public static ScryptParameters Light { get; } = new(4096, 8, 6);

    public int N { get; }

    public int R { get; }

    public int P { get; }

    /// <summary>Whether the constructor accepts the three.</summary>
    internal static bool IsAcceptable(long n, long r, long p)
    {
        const long Most = int.MaxValue;
        if (n is < 2 or > Most || r is < 1 or > Most || p is < 1 or > Most || (n & (n - 1)) != 0)
        {
            return false;
        }

        var bytes = BlockBytes * (UInt128)n * (ulong)r;
        var work = (UInt128)n * (ulong)r * (ulong)p;
        return bytes <= MostBytes && work <= MostWork && (UInt128)r * (ulong)p * BlockBytes <= MostStateBytes;
    }
}
