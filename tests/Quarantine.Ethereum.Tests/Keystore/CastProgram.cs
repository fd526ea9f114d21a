using System.Diagnostics;
using System.Runtime.InteropServices;
using Quarantine.TestKit;

namespace Quarantine.Ethereum.Tests.Keystore;

/// <summary>Foundry's cast, another implementation of keystores, from the repository's npm packages.</summary>
internal static class CastProgram
{
    private static string Binary => Path.Combine(
        RepositoryRoot.Path,
        "contracts/node_modules/@foundry-rs",
        $"cast-{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "amd64")}",
        "bin/cast");

    /// <summary>Runs it and returns what it printed.</summary>
    internal static async Task<string> RunAsync(params string[] arguments)
    {
        using var cast = Process.Start(new ProcessStartInfo(Binary, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, error) = (cast.StandardOutput.ReadToEndAsync(), cast.StandardError.ReadToEndAsync());
        await cast.WaitForExitAsync();
        Assert.True(cast.ExitCode == 0, $"cast {string.Join(' ', arguments)}: {await error}");
        return await output;
    }
}
