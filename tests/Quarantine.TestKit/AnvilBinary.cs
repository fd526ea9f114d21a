using System.Runtime.InteropServices;

namespace Quarantine.TestKit;

/// <summary>Finds anvil among the repository's npm packages.</summary>
internal static class AnvilBinary
{
    /// <summary>The command line's first elements: the platform's own binary, or the package's launcher under node.</summary>
    internal static string[] Command()
    {
        var packages = Path.Combine(RepositoryRoot.Path, "contracts", "node_modules", "@foundry-rs");
        var binary = Path.Combine(packages, $"anvil-{Platform()}-{Architecture()}", "bin", "anvil");
        var launcher = Path.Combine(packages, "anvil", "bin.mjs");
        if (File.Exists(binary))
        {
            return [binary];
        }

        return File.Exists(launcher)
            ? ["node", launcher]
            : throw new FileNotFoundException("anvil is not installed: run 'make setup'.", binary);
    }

    private static string Platform() => OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Architecture() => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? "arm64" : "amd64";
}
