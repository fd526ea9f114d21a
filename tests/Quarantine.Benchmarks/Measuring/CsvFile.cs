namespace Quarantine.Benchmarks.Measuring;

/// <summary>A table as comma-separated values, in artifacts/bench of the repository, and on the screen.</summary>
internal sealed class CsvFile(string name, params string[] columns)
{
    private readonly List<string[]> _rows = [];

    internal void Add(params string[] row)
    {
        _rows.Add(row);
        Console.WriteLine(string.Concat(row.Select(cell => cell.PadLeft(24))));
    }

    internal void PrintHeader() => Console.WriteLine(string.Concat(columns.Select(column => column.PadLeft(24))));

    /// <summary>Writes the file and returns its path.</summary>
    internal string Write()
    {
        var directory = Path.Combine(FindRoot(), "artifacts", "bench");
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, name);
        File.WriteAllLines(path, _rows.Prepend(columns).Select(row => string.Join(',', row)));
        return path;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Quarantine.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Run this from inside the repository.");
    }
}
