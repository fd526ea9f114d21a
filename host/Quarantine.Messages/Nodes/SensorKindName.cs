using System.Diagnostics.CodeAnalysis;

namespace Quarantine.Messages.Nodes;

/// <summary>The names of sensor kinds in events, provisioning records and commands.</summary>
public static class SensorKindName
{
    private static readonly string[] Names = ["door", "motion-inside", "motion-outside", "tamper", "help", "battery"];

    /// <summary>Every name, in the order of <see cref="SensorKind"/>.</summary>
    public static IReadOnlyList<string> All => Names;

    public static string Of(SensorKind kind) => Names[(int)kind];

    /// <summary>The kind of a name; null for any other text.</summary>
    public static SensorKind? Read(string? name) => Array.IndexOf(Names, name) is var number and >= 0 ? (SensorKind)number : null;

    /// <summary>Reads names with commas, each once and at least one.</summary>
    public static bool TryParseList(string text, [NotNullWhen(true)] out IReadOnlyList<SensorKind>? kinds)
    {
        var read = text.Split(',').Select(Read).ToList();
        kinds = read.TrueForAll(kind => kind is not null) && read.Distinct().Count() == read.Count ? [.. read.Select(kind => kind!.Value)] : null;
        return kinds is not null;
    }
}
