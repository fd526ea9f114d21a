using System.Diagnostics;
using System.Text.Json.Nodes;
using Quarantine.Chain.Deployment;
using Quarantine.TestKit;

namespace Quarantine.Chain.Tests.Viem;

/// <summary>Runs viem.mjs: what viem, an Ethereum library that shares nothing with this one, makes of the compiled ABIs.</summary>
public sealed class ViemOracle : IAsyncLifetime, IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private Process _process = null!;
    private Task<string> _errors = null!;

    public async Task InitializeAsync()
    {
        var contracts = Path.Combine(RepositoryRoot.Path, "contracts");
        Assert.True(Directory.Exists(Path.Combine(contracts, "node_modules", "viem")), "Run npm ci in contracts first.");
        var script = Path.Combine(RepositoryRoot.Path, "tests", "Quarantine.Chain.Tests", "Viem", "viem.mjs");
        _process = Process.Start(new ProcessStartInfo("node", [script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _errors = _process.StandardError.ReadToEndAsync();
        var abis = new JsonObject();
        foreach (var contract in ContractCode.Names)
        {
            abis[contract] = JsonNode.Parse(ContractCode.AbiOf(contract));
        }

        await _process.StandardInput.WriteLineAsync(new JsonObject { ["contracts"] = contracts, ["abis"] = abis }.ToJsonString());
    }

    public async Task DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public void Dispose() => _one.Dispose();

    /// <summary>What viem answers; null where it refuses, and then why.</summary>
    internal async Task<(JsonNode? Answer, string? Failure)> AskAsync(JsonObject request)
    {
        await _one.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(request.ToJsonString());
            await _process.StandardInput.FlushAsync();
            var answer = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"viem.mjs ended: {await _errors}");
            var read = JsonNode.Parse(answer)!.AsObject();
            return (read["answer"], (string?)read["failure"]);
        }
        finally
        {
            _one.Release();
        }
    }
}
