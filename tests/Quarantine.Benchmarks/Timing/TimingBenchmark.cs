using System.Globalization;
using Quarantine.Benchmarks.Measuring;

namespace Quarantine.Benchmarks.Timing;

/// <summary>Whether the time of what is done with a secret tells which secret it was.</summary>
internal sealed class TimingBenchmark : IBenchmark
{
    /// <summary>Above 4.5 standard errors a difference is taken for a leak, as dudect does.</summary>
    private const double LeakBound = 4.5;

    private readonly CsvFile _file = new("timing.csv", "operation", "runs", "t");
    private readonly List<Bar> _bars = [];

    public string Name => "timing";

    public IReadOnlyList<Bar> Run()
    {
        _file.PrintHeader();
        var probes = new SecretProbes();
        foreach (var probe in probes.Create())
        {
            _bars.Add(new Bar($"|t| of {probe.Name}, small secrets against others", Measure(probe), LeakBound, AtMost: true));
        }

        // Without this one a blunt instrument would pass for constant time.
        var control = probes.CreateControl();
        _bars.Add(new Bar($"|t| of {control.Name}, which does leak", Measure(control), LeakBound, AtMost: false));
        Console.WriteLine($"Written to {_file.Write()}");
        return _bars;
    }

    private double Measure(LeakProbe probe)
    {
        var t = LeakMeter.Measure(probe);
        _file.Add(probe.Name, $"{probe.Runs}", t.ToString("0.00", CultureInfo.InvariantCulture));
        return t;
    }
}
