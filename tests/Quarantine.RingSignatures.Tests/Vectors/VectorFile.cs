using System.Text;
using System.Text.Json;

namespace Quarantine.RingSignatures.Tests.Vectors;

/// <summary>
/// A file of tests/vectors, which the contracts' tests read too. With QUARANTINE_WRITE_VECTORS=1 in the environment a generated file is
/// written instead of compared.
/// </summary>
internal static class VectorFile
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    /// <summary>The repository's root: where the solution stands.</summary>
    internal static string Root { get; } = FindRoot();

    internal static JsonElement Read(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(PathOf(name)));
        return document.RootElement.Clone();
    }

    internal static void AssertGenerated(string name, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        if (Environment.GetEnvironmentVariable("QUARANTINE_WRITE_VECTORS") == "1")
        {
            File.WriteAllBytes(PathOf(name), stream.ToArray());
        }

        Assert.Equal(File.ReadAllText(PathOf(name)), Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string PathOf(string name) => Path.Combine(Root, "tests", "vectors", name);

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Quarantine.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
