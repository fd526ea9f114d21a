using System.Diagnostics;
using System.Text.Json.Nodes;
using Quarantine.RingSignatures.Tests.Vectors;

namespace Quarantine.RingSignatures.Tests.Oracles;

/// <summary>Runs lsag.mjs, the scheme on the npm package @noble/curves, which <c>make setup</c> installs in contracts.</summary>
internal static class NobleOracle
{
    internal static async Task<JsonNode> RunAsync(JsonArray verify, JsonArray sign, JsonArray? claims = null)
    {
        var contracts = Path.Combine(VectorFile.Root, "contracts");
        Assert.True(Directory.Exists(Path.Combine(contracts, "node_modules", "@noble", "curves")), "Run make setup first.");
        var script = Path.Combine(VectorFile.Root, "tests", "Quarantine.RingSignatures.Tests", "Oracles", "lsag.mjs");
        using var process = Process.Start(new ProcessStartInfo("node", [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.WriteAsync(new JsonObject
        {
            ["contracts"] = contracts,
            ["verify"] = verify,
            ["sign"] = sign,
            ["claims"] = claims ?? [],
        }.ToJsonString());
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return JsonNode.Parse(await output)!;
    }
}
