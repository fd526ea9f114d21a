using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Quarantine.TestKit.Programs;

/// <summary>
/// Compares a program's output with a file beside the test, in the folder <c>Golden</c>. What differs from run to run is replaced first: words
/// of 32 bytes or more, folders, ports. With the environment variable QUARANTINE_GOLDEN=write the file is written instead.
/// </summary>
public static partial class GoldenText
{
    /// <summary>Throws where the text is not the file's.</summary>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="text">What the program wrote.</param>
    /// <param name="folder">Replaced by &lt;folder&gt;; null for none.</param>
    /// <param name="test">The test's source file, from the compiler.</param>
    public static void Check(string name, string text, string? folder = null, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(SourceOf(test))!, "Golden", $"{name}.txt");
        var actual = Normalise(text, folder);
        if (Environment.GetEnvironmentVariable("QUARANTINE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            return;
        }

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (actual != expected)
        {
            throw new InvalidOperationException($"The output is not that of {path}.\n--- expected\n{expected}\n--- actual\n{actual}");
        }
    }

    /// <summary>A deterministic build has another root in the path that the compiler gives.</summary>
    private static string SourceOf(string test)
    {
        var start = test.LastIndexOf("/tests/", StringComparison.Ordinal);
        return start < 0 ? test : RepositoryRoot.Path + test[start..];
    }

    private static string Normalise(string text, string? folder)
    {
        var shown = folder is null ? text : text.Replace(folder, "<folder>", StringComparison.Ordinal);
        shown = Words().Replace(shown, "<word>");
        shown = Ports().Replace(shown, "127.0.0.1:<port>");
        return string.Join('\n', shown.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }

    [GeneratedRegex("0x[0-9a-f]{64,}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();

    [GeneratedRegex("127\\.0\\.0\\.1:[0-9]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ports();
}
