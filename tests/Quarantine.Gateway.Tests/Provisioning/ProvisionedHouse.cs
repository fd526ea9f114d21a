using System.Text.Json;
using Quarantine.Gateway.Commands;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Provisioning.Broker;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit;
using Quarantine.TestKit.Programs;
using Quarantine.TestKit.Time;

namespace Quarantine.Gateway.Tests.Provisioning;

/// <summary>A house in a folder whose nodes and broker are provisioned by commands, typed as at a terminal.</summary>
internal sealed class ProvisionedHouse : IDisposable
{
    public const string Name = "house-1";

    /// <summary>A person's remark, which no command may lose.</summary>
    public const string Remark = "// Aunt May's flat";

    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);

    public ProvisionedHouse(string provisioning = "")
    {
        var configuration = $$"""
            {
              {{Remark}}
              "House": "{{Name}}",
              "CommunityId": "0x{{new string('1', 64)}}",
              "DeploymentFile": "deployment.json",
              "Contact": { "Name": "Test household" },{{provisioning}}
            }
            """;
        Terminal.Environment["QUARANTINE_GATEWAY_CONFIG"] = Terminal.Write("gateway.json", configuration);
        MosquittoProcess.PrepareFolder(BrokerDirectory);
    }

    public TestTerminal Terminal { get; } = new() { Clock = new SimulatedClock(Now) };

    public string Configuration => Terminal.PathOf("gateway.json");

    public GatewayFiles Files => new(Terminal.PathOf("data"));

    public BrokerFolder Broker => new(BrokerDirectory);

    public string BrokerDirectory => Terminal.PathOf("broker");

    public int Port { get; private set; }

    public Task<ProgramResult> RunAsync(params string[] arguments) => Terminal.RunAsync(GatewayProgram.Create, arguments);

    /// <summary>Sets the broker up for a free port of loopback.</summary>
    public async Task SetBrokerUpAsync(params string[] more)
    {
        Port = FreePort.Next();
        await DoAsync(["broker", "init", "--host", "127.0.0.1", "--port", $"{Port}", "--listen", "127.0.0.1", "--directory", BrokerDirectory, .. more]);
    }

    /// <summary>Gives the broker another port.</summary>
    public async Task MoveBrokerAsync()
    {
        Port = FreePort.Next();
        await DoAsync("broker", "renew", "--port", $"{Port}");
    }

    /// <summary>Adds a node without Wi-Fi; the folder with its files.</summary>
    public async Task<string> AddNodeAsync(string id, string sensors = "door,tamper")
    {
        await DoAsync(AddArguments(id, sensors));
        return NodeFolder(id);
    }

    public string[] AddArguments(string id, string sensors = "door,tamper") =>
        ["node", "add", "--id", id, "--sensors", sensors, "--power", "mains", "--board", "esp32-devkitc", "--no-wifi", "--out", NodeFolder(id)];

    /// <summary>A door node, asked for without a command.</summary>
    public NodeRequest DoorRequest(string id) => new()
    {
        Id = id,
        Sensors = [SensorKind.Door],
        OnBattery = false,
        Board = "esp32-devkitc",
        Folder = NodeFolder(id),
        MotionHold = TimeSpan.Zero,
        MotionWarmUp = TimeSpan.Zero,
        LowBatteryMillivolts = 0,
        HomeAssistant = true,
    };

    public string NodeFolder(string id) => Terminal.PathOf($"node-{id}");

    /// <summary>A field of a node's provisioning record.</summary>
    public string Recorded(string id, string field)
    {
        using var record = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(NodeFolder(id), "node.json")));
        return record.RootElement.GetProperty(field).ToString();
    }

    /// <summary>Runs a command that must succeed.</summary>
    public async Task<string> DoAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    public void Dispose() => Terminal.Dispose();
}
