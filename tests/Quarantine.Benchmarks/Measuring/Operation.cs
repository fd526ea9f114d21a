namespace Quarantine.Benchmarks.Measuring;

/// <summary>Something to measure.</summary>
/// <param name="Implementation">Whose it is.</param>
/// <param name="Name">What it does.</param>
/// <param name="Run">Does it once, or <paramref name="Count"/> times; throws where the result is wrong.</param>
/// <param name="Count">How many results one run gives; figures are for one of them.</param>
internal sealed record Operation(string Implementation, string Name, Action Run, int Count = 1);
