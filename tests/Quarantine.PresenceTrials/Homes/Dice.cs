namespace Quarantine.PresenceTrials.Homes;

/// <summary>A seeded source of chance (SplitMix64): the same seed gives the same homes on every machine. Not thread-safe.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Uniform in 0 to 1, without 1.</summary>
    public double Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Chance(double probability) => Next() < probability;

    public double Between(double least, double most) => least + ((most - least) * Next());

    /// <summary>Exponential with a mean: the time to an event that comes at any moment with the same chance.</summary>
    public double Wait(double mean) => -mean * Math.Log(1 - Next());

    /// <summary>Between two bounds, small values as likely as large ones by their ratio.</summary>
    public double Magnitude(double least, double most) => least * Math.Pow(most / least, Next());
}
