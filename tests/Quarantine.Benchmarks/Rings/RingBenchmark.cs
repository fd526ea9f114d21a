using Quarantine.Benchmarks.Measuring;
using Quarantine.RingSignatures.Rsa;

namespace Quarantine.Benchmarks.Rings;

/// <summary>Both ring signature schemes for every ring size, against the limit: 2n bare public-key recoveries.</summary>
internal sealed class RingBenchmark : IBenchmark
{
    private const double VerifyBound = 1.15;
    private const double SignBound = 1.3;
    private const double OracleBound = 2.5;

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

    private void Measure(int size, RsaRingKeyPair[] rsaPairs)
    {
        using var fixture = new RingFixture(size, rsaPairs);
        var measured = _sampler.Measure(fixture.CreateLsagOperations());
        var limit = Find(measured, RingFixture.Limit, RingFixture.Recoveries);
        var batch = _sampler.Measure(fixture.CreateBatchOperations());
        var rsa = _sampler.Measure(fixture.CreateRsaOperations());
        foreach (var measurement in measured.Concat(batch).Concat(rsa))
        {
            Report(size, measurement, limit);
        }

        if (JudgedSizes.Contains(size))
        {
            Judge(size, measured, batch);
        }
    }

    private void Report(int size, Measurement measurement, double limit) => _file.Add(
        measurement.Operation.Implementation,
        $"{size}",
        measurement.Operation.Name,
        $"{measurement.MedianMicroseconds:0.0}",
        $"{measurement.P95Microseconds:0.0}",
        $"{measurement.MedianMicroseconds / limit:0.000}");

    private void Judge(int size, Measurement[] measured, Measurement[] batch)
    {
        var limit = Find(measured, RingFixture.Limit, RingFixture.Recoveries);
        var sign = Find(measured, RingFixture.Lsag, RingFixture.Sign);
        var verify = Find(measured, RingFixture.Lsag, RingFixture.Verify);
        _bars.Add(new Bar($"lsag verify / 2n recoveries, n = {size}", verify / limit, VerifyBound, AtMost: true));
        _bars.Add(new Bar($"lsag sign / 2n recoveries, n = {size}", sign / limit, SignBound, AtMost: true));
        _bars.Add(new Bar($"BouncyCastle verify / lsag verify, n = {size}", Find(measured, RingFixture.Oracle, RingFixture.Verify) / verify, OracleBound, AtMost: false));
        _bars.Add(new Bar($"BouncyCastle sign / lsag sign, n = {size}", Find(measured, RingFixture.Oracle, RingFixture.Sign) / sign, OracleBound, AtMost: false));

        // Against the limit on all cores, which shares them with whatever else the machine does, as the batch has to.
        var allCores = Find(batch, RingFixture.Limit, RingFixture.RecoveriesOnAllCores);
        _bars.Add(new Bar($"lsag batch verify / 2n recoveries, both on all cores, n = {size}", Find(batch, RingFixture.Lsag, RingFixture.VerifyBatch) / allCores, VerifyBound, AtMost: true));
    }

    private static double Find(Measurement[] measured, string implementation, string name) =>
        measured.Single(item => item.Operation.Implementation == implementation && item.Operation.Name == name).MedianMicroseconds;
}
