using System.Diagnostics;
using System.Security.Cryptography;

namespace Quarantine.Benchmarks.Measuring;

/// <summary>
/// Measures operations side by side: after a warm-up each round runs every operation once, so that whatever else the machine does falls on
/// all of them alike, and their ratios hold.
/// </summary>
/// <param name="budget">Time for one set of operations, warm-up not counted.</param>
internal sealed class Sampler(TimeSpan budget)
{
    private const int MinimumRounds = 25;
    private const int MaximumRounds = 2000;

    /// <summary>Long enough for the JIT's tiers.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(250);

    /// <summary>A sample shorter than this repeats its operation, so that the clock's grain does not show.</summary>
    private static readonly TimeSpan ShortestSample = TimeSpan.FromMicroseconds(100);

    internal Measurement[] Measure(params Operation[] operations)
    {
        var repetitions = operations.Select(WarmUpAndCalibrate).ToArray();
        var samples = operations.Select(_ => new List<double>()).ToArray();
        var order = Enumerable.Range(0, operations.Length).ToArray();
        var started = Stopwatch.GetTimestamp();
        for (var round = 0; round < MaximumRounds && (round < MinimumRounds || Stopwatch.GetElapsedTime(started) < budget); round++)
        {
            // In a fresh order, so that none always finds the caches and the heap as the same other one left them.
            RandomNumberGenerator.Shuffle<int>(order);
            foreach (var i in order)
            {
                samples[i].Add(Time(operations[i], repetitions[i]));
            }
        }

        return [.. operations.Select((operation, i) => new Measurement(operation, samples[i]))];
    }

    private static int WarmUpAndCalibrate(Operation operation)
    {
        var started = Stopwatch.GetTimestamp();
        var runs = 0;
        do
        {
            operation.Run();
            runs++;
        }
        while (Stopwatch.GetElapsedTime(started) < WarmUp);

        var one = Stopwatch.GetElapsedTime(started) / runs;
        return (int)Math.Clamp(Math.Ceiling(ShortestSample / one), 1, 1000);
    }

    private static double Time(Operation operation, int repetitions)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < repetitions; i++)
        {
            operation.Run();
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / (repetitions * operation.Count);
    }
}
