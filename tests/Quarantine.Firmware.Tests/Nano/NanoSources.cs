using Quarantine.TestKit;

namespace Quarantine.Firmware.Tests.Nano;

/// <summary>The files that run on nanoFramework, and the declarations that they are compiled against.</summary>
internal static class NanoSources
{
    internal static readonly string Firmware = Path.Combine(RepositoryRoot.Path, "firmware");
    internal static readonly string Surface = Path.Combine(RepositoryRoot.Path, "tests", "NanoSurface", "Surface");

    /// <summary>The folders below firmware/ whose code runs there.</summary>
    internal static readonly string[] Folders = ["Core", "Node", "Core.Tests.Nano"];

    /// <summary>Paths below firmware/.</summary>
    internal static IEnumerable<string> Files() => Folders.SelectMany(folder => In(Path.Combine(Firmware, folder))).Select(file => Path.GetRelativePath(Firmware, file));

    internal static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "artifacts"))
        .Order(StringComparer.Ordinal);
}
