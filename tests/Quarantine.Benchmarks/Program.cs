using Quarantine.Benchmarks.Measuring;
using Quarantine.Benchmarks.Rings;
using Quarantine.Benchmarks.Sealing;
using Quarantine.Benchmarks.Timing;

IBenchmark[] all = [new RingBenchmark(), new SealBenchmark(), new TimingBenchmark()];
var names = args.Length == 0 ? [.. all.Select(benchmark => benchmark.Name)] : args;
var unknown = names.Except(all.Select(benchmark => benchmark.Name), StringComparer.Ordinal).ToArray();
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync(
        $"There is no benchmark '{unknown[0]}'. Name any of: {string.Join(", ", all.Select(benchmark => benchmark.Name))}; none runs all.");
    return 2;
}

var bars = all.Where(benchmark => names.Contains(benchmark.Name, StringComparer.Ordinal)).SelectMany(benchmark => benchmark.Run()).ToArray();
Console.WriteLine();
foreach (var bar in bars)
{
    Console.WriteLine(bar);
}

return bars.All(bar => bar.IsReached) ? 0 : 1;
