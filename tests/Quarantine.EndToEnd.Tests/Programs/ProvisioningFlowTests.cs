using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Quarantine.Firmware.Core;
using Quarantine.Gateway.Configuration;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;

namespace Quarantine.EndToEnd.Tests.Programs;

/// <summary>From nothing to the first event as a household does it: every program a process of its own, and Mosquitto on the files that were written.</summary>
public sealed class ProvisioningFlowTests : IDisposable
{
    private const string House = "house-1";
    private const string Node = "door-1";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-provision-").FullName;
    private readonly BuiltProgram _gateway = new("quarantine-gateway");
    private readonly BuiltProgram _simulator = new("quarantine-simulator");
    private readonly ConcurrentQueue<string> _brokerLog = [];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Programs_FromNothingToTheFirstEvent_StoreAndAcknowledgeIt()
    {
        await InitialiseAsync();
        await using var broker = await StartBrokerAsync();
        await _gateway.JsonAsync(
            "node", "add", "--config", Configuration, "--id", Node, "--sensors", "door,tamper", "--power", "mains", "--board", "esp32-devkitc", "--no-wifi", "--out", NodeFolder);
        await broker.ReloadAsync();

        using var running = _gateway.Start("run", "--config", Configuration);
        try
        {
            await UntilAsync(running.StandardError, "runs.");
            var (code, output, error) = await SimulateAsync();

            Assert.True(code == 0, $"{error}{output}\n{string.Join('\n', _brokerLog)}");
            await UntilAsync(running.StandardError, $"Node {Node} has started: boot 1.");
            var status = await _gateway.JsonAsync("status", "--config", Configuration);
            Assert.Equal(2, status.GetProperty("events").GetInt64());
            var node = (await _gateway.JsonAsync("node", "list", "--config", Configuration)).GetProperty("nodes")[0];
            Assert.Equal(Node, node.GetProperty("node").GetString());
            Assert.Equal("door closed", node.GetProperty("lastEvent").GetString());
            Assert.Equal(0, node.GetProperty("lost").GetInt64());
            Assert.NotNull(node.GetProperty("heard").GetString());
        }
        finally
        {
            running.Kill();
            await running.WaitForExitAsync();
        }
    }

    /// <summary>The longest thing that a node says is its discovery document; the broker must pass on twice its length.</summary>
    [Fact]
    public async Task BrokerInit_TheLimitOfAMessage_LeavesRoomForTheLongest()
    {
        await InitialiseAsync();
        await _gateway.JsonAsync("broker", "init", "--host", "127.0.0.1", "--directory", BrokerFolder, "--config", Configuration);
        var id = new string('x', 32);
        var json = $$"""{"v":1,"house":"{{id}}","node":"{{id}}","key":"{{new string('0', 64)}}","sensors":"{{string.Join(',', SensorKindName.All)}}","power":"battery","broker":"b","port":1,"board":"{{new string('x', 64)}}"}""";
        var record = ProvisioningReader.Read(Encoding.UTF8.GetBytes(json), out var error);

        Assert.True(record is not null, error);
        var longest = DiscoveryMessage.Build(record, new Topics(id, id)).Length;
        const string Setting = "message_size_limit ";
        var limit = (await File.ReadAllLinesAsync(Path.Combine(BrokerFolder, "mosquitto.conf"))).Single(line => line.StartsWith(Setting, StringComparison.Ordinal));
        Assert.InRange(longest, 1, int.Parse(limit[Setting.Length..], CultureInfo.InvariantCulture) / 2);
    }

    private string Configuration => Path.Combine(_folder, "gateway.json");

    private string BrokerFolder => Path.Combine(_folder, "broker");

    private string NodeFolder => Path.Combine(_folder, "node-door-1");

    private async Task InitialiseAsync()
    {
        var password = Path.Combine(_folder, "password");
        await File.WriteAllTextAsync(password, "correct horse battery staple\n");
        await _gateway.JsonAsync(
            "init", "--config", Configuration, "--house", House, "--community", $"0x{new string('1', 64)}",
            "--deployment", TestHouse.NoDeployment(_folder), "--contact", "Test household", "--password-file", password);
        ConfigurationFile.Save(Configuration, ConfigurationFile.Load(Configuration) with { PasswordFile = password, Chain = new ChainOptions { Url = "http://127.0.0.1:9" } });
        MosquittoProcess.PrepareFolder(BrokerFolder);
    }

    /// <summary>Another port where somebody was quicker.</summary>
    private async Task<MosquittoProcess> StartBrokerAsync()
    {
        string[] command = ["broker", "init", "--host", "127.0.0.1", "--listen", "127.0.0.1", "--directory", BrokerFolder];
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var port = FreePort.Next();
            await _gateway.JsonAsync([.. command, "--port", $"{port}", "--config", Configuration]);
            if (await MosquittoProcess.TryStartAsync(Path.Combine(BrokerFolder, "mosquitto.conf"), port, _brokerLog.Enqueue) is { } broker)
            {
                return broker;
            }

            command = ["broker", "renew"];
        }

        throw new InvalidOperationException($"mosquitto did not start:\n{string.Join('\n', _brokerLog)}");
    }

    /// <summary>The door opens and closes; the node's flash holds the files that would be copied to the board.</summary>
    private async Task<(int Code, string Output, string Error)> SimulateAsync()
    {
        var flash = Path.Combine(_folder, "flash");
        var files = Directory.CreateDirectory(Path.Combine(flash, House, Node)).FullName;
        foreach (var counter in NodeProvisioning.CounterFileNames)
        {
            File.Copy(Path.Combine(NodeFolder, counter), Path.Combine(files, counter));
        }

        var script = Path.Combine(_folder, "script.csv");
        await File.WriteAllLinesAsync(script, ["offset_ms,sensor,value", "500,door,open", "1500,door,closed"]);
        return await _simulator.RunAsync("run", "--record", Path.Combine(NodeFolder, NodeProvisioning.FileName), "--script", script, "--flash", flash);
    }

    private static async Task UntilAsync(StreamReader lines, string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await lines.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The gateway ended without '{text}'.");
    }
}
