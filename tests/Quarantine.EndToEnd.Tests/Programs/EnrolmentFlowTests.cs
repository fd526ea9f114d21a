using Quarantine.Ethereum.Cryptography;
using Quarantine.Ethereum.Keystore;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.Programs;

/// <summary>Officer and gateways as their users run them: command after command, files between them, on a real chain.</summary>
public sealed class EnrolmentFlowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-flow-").FullName;
    private readonly BuiltProgram _gateway = new("quarantine-gateway");
    private readonly BuiltProgram _officer = new("quarantine-officer");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Programs_FromNothingToAnEnrolledHousehold_EveryCommandSucceeds()
    {
        await using var anvil = await AnvilServer.StartAsync(new AnvilOptions { BlockTime = TimeSpan.FromSeconds(1) });
        var rpc = anvil.Url.ToString();
        var key = WriteOfficerKey(anvil);
        var deployment = Path.Combine(_folder, "deployment.json");
        string[] office = ["--rpc", rpc, "--key", key, "--password-file", PasswordFile()];
        await _officer.JsonAsync(["deploy", "--out", deployment, .. office]);
        var community = Keccak256.Hash("flow"u8);
        await _officer.JsonAsync(
            ["community", "create", "--community", community.ToString(), "--utc-offset", "+08:00", "--page-size", "2", "--minimum-ring", "2", "--deployment", deployment, .. office]);

        var requests = new List<string>();
        for (var index = 1; index <= 2; index++)
        {
            await using var house = await TestHouse.CreateAsync(_folder, $"house-{index}", community, deployment, anvil.Url);
            await _gateway.JsonAsync("init", "--config", house.Configuration, "--password-file", house.PasswordFile);
            requests.Add(Path.Combine(house.Folder, "request.json"));
            await _gateway.JsonAsync("enroll", "--config", house.Configuration, "--out", requests[^1]);
        }

        var until = TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd");
        await _officer.JsonAsync(
            ["issue", .. requests, "--community", community.ToString(), "--until", until, "--out-dir", _folder, "--deployment", deployment, .. office]);
        await _officer.JsonAsync(["pages", "--community", community.ToString(), "--deployment", deployment, .. office]);
        var numbers = Directory.GetFiles(_folder, "*.json").Where(file => file != deployment && file != key).ToList();
        Assert.Equal(2, numbers.Count);
        var accepted = 0;
        foreach (var configuration in Directory.GetFiles(_folder, "gateway.json", SearchOption.AllDirectories))
        {
            foreach (var number in numbers)
            {
                var (code, _, error) = await _gateway.RunAsync("accept", "--config", configuration, "--house-number", number);
                accepted += code == 0 ? 1 : 0;
                Assert.True(code == 0 || error.Contains("names another gateway", StringComparison.Ordinal), error);
            }
        }

        Assert.Equal(2, accepted);
    }

    [Fact]
    public async Task Gateway_WithoutConfiguration_SaysWhatToDoAndExitsNonZero()
    {
        var (code, _, error) = await _gateway.RunAsync("run", "--config", Path.Combine(_folder, "missing.json"));

        Assert.Equal(3, code);
        Assert.Contains("missing.json", error, StringComparison.Ordinal);
        Assert.Contains("next:", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quarantine-gateway", "run")]
    [InlineData("quarantine-officer", "deploy")]
    [InlineData("quarantine-worker", "watch")]
    public async Task Help_OfEachProgram_ExitsZero(string program, string command)
    {
        var (code, output, _) = await new BuiltProgram(program).RunAsync(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains("--json", output, StringComparison.Ordinal);
    }

    private string PasswordFile()
    {
        var path = Path.Combine(_folder, "password");
        File.WriteAllText(path, "officer's password\n");
        return path;
    }

    private string WriteOfficerKey(AnvilServer anvil)
    {
        var path = Path.Combine(_folder, "officer-key.json");
        KeystoreFile.Write(path, KeystoreFile.Encrypt(anvil.Keys[0], "officer's password", ScryptParameters.Light));
        return path;
    }
}
