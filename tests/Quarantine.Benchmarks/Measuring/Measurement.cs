namespace Quarantine.Benchmarks.Measuring;

/// <summary>What one operation took, in microseconds, round by round.</summary>
internal sealed record Measurement(Operation Operation, IReadOnlyList<double> Samples)
{
    internal double MedianMicroseconds => Quantile(Samples, 0.5);

    internal double P95Microseconds => Quantile(Samples, 0.95);

    /// <summary>
    /// The median of the rounds' ratios. A round takes its samples one after the other, so what slows the machine down for a while slows
    /// both sides of a ratio.
    /// </summary>
    internal double RatioTo(Measurement other) => Quantile([.. Samples.Zip(other.Samples, (mine, theirs) => mine / theirs)], 0.5);

    /// <summary>Nearest rank.</summary>
    private static double Quantile(IReadOnlyList<double> values, double quantile) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(quantile * values.Count) - 1));
}
