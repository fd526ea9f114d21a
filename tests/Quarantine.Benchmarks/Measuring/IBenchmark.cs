namespace Quarantine.Benchmarks.Measuring;

/// <summary>One subject of measurement, chosen by its name on the command line.</summary>
internal interface IBenchmark
{
    string Name { get; }

    /// <summary>Measures, prints, writes its file, and returns what it must reach.</summary>
    IReadOnlyList<Bar> Run();
}
