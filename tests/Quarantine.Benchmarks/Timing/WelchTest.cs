namespace Quarantine.Benchmarks.Timing;

/// <summary>Welch's t of two samples: how many standard errors their means lie apart.</summary>
internal static class WelchTest
{
    internal static double Statistic(IReadOnlyCollection<double> left, IReadOnlyCollection<double> right)
    {
        var error = (Variance(left) / left.Count) + (Variance(right) / right.Count);
        return (left.Average() - right.Average()) / Math.Sqrt(error);
    }

    private static double Variance(IReadOnlyCollection<double> values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1);
    }
}
