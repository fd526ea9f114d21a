using Quarantine.Benchmarks.Measuring;
using Quarantine.RingSignatures.Rsa;

namespace Quarantine.Benchmarks.Rings;

/// <summary>Both ring signature schemes for every ring size, against the limit: 2n bare public-key recoveries.</summary>
internal sealed class RingBenchmark : IBenchmark
{
    private const double VerifyBound = 1.15;
    private const double SignBound = 1.3;
    private const double OracleBound = 2.5;

    /// <summary>What of the cores a batch has to make use of.</summary>
    private const double ScalingBound = 0.75;

    private static readonly int[] Sizes = [1, 2, 4, 8, 16, 32, 64];
    private static readonly int[] JudgedSizes = [16, 64];

    private readonly Sampler _sampler = new(TimeSpan.FromSeconds(3));
    private readonly CsvFile _file = new("ring.csv", "implementation", "ring_size", "operation", "median_us", "p95_us", "ratio_to_limit");
    private readonly List<Bar> _bars = [];

    public string Name => "ring";

    public IReadOnlyList<Bar> Run()
    {
        Console.WriteLine($"Making {Sizes[^1]} RSA keys ({RsaArithmetic.Default.Name}) ...");
        var rsaPairs = Enumerable.Range(0, Sizes[^1]).Select(_ => RsaRingKeyPair.Generate()).ToArray();
        _file.PrintHeader();
        foreach (var size in Sizes)
        {
            Measure(size, rsaPairs);
        }

        Console.WriteLine($"Written to {_file.Write()}");
        foreach (var pair in rsaPairs)
        {
            pair.Dispose();
        }

        return _bars;
    }

    /// <summary>Each set of operations runs beside the limit again, so that every ratio is of the same moments.</summary>
    private void Measure(int size, RsaRingKeyPair[] rsaPairs)
    {
        using var fixture = new RingFixture(size, rsaPairs);
        var limit = fixture.CreateLimit();
        var single = _sampler.Measure([limit, .. fixture.CreateLsagOperations()]);
        var oracle = _sampler.Measure([limit, .. fixture.CreateOracleOperations()]);
        var batch = _sampler.Measure([limit, .. fixture.CreateBatchOperations(limit)]);
        var rsa = _sampler.Measure([limit, .. fixture.CreateRsaOperations()]);
        Report(size, single, 0, 3);
        Report(size, oracle, 1, 2);
        Report(size, batch, 1, 3);
        Report(size, rsa, 1, 2);

        if (JudgedSizes.Contains(size))
        {
            Judge(size, single, oracle, batch);
        }
    }

    /// <summary>Some of a set, the first of which is the limit.</summary>
    private void Report(int size, Measurement[] set, int from, int count)
    {
        foreach (var measurement in set.AsSpan(from, count))
        {
            Report(size, measurement, set[0]);
        }
    }

    private void Report(int size, Measurement measurement, Measurement limit) => _file.Add(
        measurement.Operation.Implementation,
        $"{size}",
        measurement.Operation.Name,
        $"{measurement.MedianMicroseconds:0.0}",
        $"{measurement.P95Microseconds:0.0}",
        $"{measurement.RatioTo(limit):0.000}");

    private void Judge(int size, Measurement[] single, Measurement[] oracle, Measurement[] batch)
    {
        AtMost($"lsag verify / 2n recoveries, n = {size}", Find(single, RingFixture.Lsag, RingFixture.Verify).RatioTo(single[0]), VerifyBound);
        AtMost($"lsag sign / 2n recoveries, n = {size}", Find(single, RingFixture.Lsag, RingFixture.Sign).RatioTo(single[0]), SignBound);
        foreach (var name in new[] { RingFixture.Verify, RingFixture.Sign })
        {
            var ratio = Find(oracle, RingFixture.Oracle, name).RatioTo(Find(oracle, RingFixture.Lsag, name));
            _bars.Add(new Bar($"BouncyCastle {name} / lsag {name}, n = {size}", ratio, OracleBound, AtMost: false));
        }

        // Against the limit on all cores, which shares them with whatever else the machine does, as the batch has to.
        AtMost(
            $"lsag batch verify / 2n recoveries, both on all {Environment.ProcessorCount} cores, n = {size}",
            Find(batch, RingFixture.Lsag, RingFixture.VerifyBatch).RatioTo(Find(batch, RingFixture.Limit, RingFixture.RecoveriesOnAllCores)),
            VerifyBound);
        _bars.Add(new Bar(
            $"lsag batch verify on one core / on all {Environment.ProcessorCount}, n = {size}",
            Find(batch, RingFixture.Lsag, RingFixture.VerifyBatchOneCore).RatioTo(Find(batch, RingFixture.Lsag, RingFixture.VerifyBatch)),
            ScalingBound * Environment.ProcessorCount,
            AtMost: false));
    }

    private void AtMost(string what, double value, double bound) => _bars.Add(new Bar(what, value, bound, AtMost: true));

    private static Measurement Find(Measurement[] measured, string implementation, string name) =>
        measured.Single(item => item.Operation.Implementation == implementation && item.Operation.Name == name);
}
