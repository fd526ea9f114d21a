using System.Text.Json;
using Quarantine.Firmware.Simulator.Running;
using Quarantine.Messages.Nodes;

namespace Quarantine.Firmware.Tests.Simulator;

public sealed class SimulationRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("quarantine-simulator-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _errors.Dispose();
    }

    [Fact]
    public async Task RunAsync_TwoNodesAndAGateway_StoresAllAndEndsWell()
    {
        await using var house = await House.OpenAsync(tls: true);
        var settings = Settings([Save("a.json", house.Record("door-1")), Save("b.json", house.Record("hall-1"))], [Script("0,door,open", "2000,door,closed"), Script("0,motion-inside,on", "4000,motion-inside,off", "5000,help,pressed")]);
        await using var gateway = await house.GatewayAsync();

        var code = await SimulationRun.RunAsync(settings with { CaFile = house.Broker.CaFile }, _output, _errors, CancellationToken.None).WaitAsync(House.Patience);

        Assert.Equal((SimulationRun.Done, ""), (code, _errors.ToString()));
        Assert.Equal(
            [("door-1", SensorKind.Door, 1), ("door-1", SensorKind.Door, 0), ("hall-1", SensorKind.MotionInside, 1), ("hall-1", SensorKind.MotionInside, 0), ("hall-1", SensorKind.Help, 1)],
            house.Ledger.Events.OrderBy(e => e.Node, StringComparer.Ordinal).ThenBy(e => e.UpMilliseconds).Select(e => (e.Node, e.Kind, e.Value)));
        Assert.Contains("house-1/hall-1  input: help pressed", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FlashFolder_BootsCountOnFromRunToRun()
    {
        await using var house = await House.OpenAsync();
        var settings = Settings([Save("a.json", house.Record("door-1"))], [Script("0,door,open", "500,door,closed")]) with { FlashFolder = Path.Combine(_folder, "flash") };
        await using var gateway = await house.GatewayAsync();
        for (var run = 0; run < 2; run++)
        {
            Assert.Equal(SimulationRun.Done, await SimulationRun.RunAsync(settings, _output, _errors, CancellationToken.None).WaitAsync(House.Patience));
        }

        Assert.Equal([(1u, 1u), (1u, 2u), (2u, 1u), (2u, 2u)], house.Ledger.Events.Select(e => (e.Boot, e.Sequence)));
    }

    [Fact]
    public async Task RunAsync_NoGateway_SaysSoAndFails()
    {
        await using var house = await House.OpenAsync();
        var settings = Settings([Save("a.json", house.Record("door-1"))], [Script("0,door,open")]) with { Patience = TimeSpan.FromMilliseconds(100) };

        var code = await SimulationRun.RunAsync(settings, _output, _errors, CancellationToken.None).WaitAsync(House.Patience);

        Assert.Equal(SimulationRun.Unacknowledged, code);
        Assert.Contains("1 events were not acknowledged", _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_Json_EveryLineIsAnObject()
    {
        await using var house = await House.OpenAsync();
        var settings = Settings([Save("a.json", house.Record("door-1"))], [Script("0,door,open")]) with { Json = true };
        await using var gateway = await house.GatewayAsync();

        Assert.Equal(SimulationRun.Done, await SimulationRun.RunAsync(settings, _output, _errors, CancellationToken.None).WaitAsync(House.Patience));
        var lines = _output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Contains(lines, line => line.GetProperty("what").GetString() == "input" && line.GetProperty("detail").GetString() == "door open");
    }

    [Theory]
    [InlineData("{}", "0,door,open", "house")]
    [InlineData(null, "0,door,ajar", "line 1")]
    [InlineData(null, null, "Could not find file")]
    public async Task RunAsync_WrongFile_SaysWhichAndFails(string? record, string? script, string complaint)
    {
        await using var house = await House.OpenAsync();
        var recordFile = record is null ? Save("a.json", house.Record("door-1")) : Save("a.json", System.Text.Encoding.UTF8.GetBytes(record));
        var scriptFile = script is null ? Path.Combine(_folder, "absent.csv") : Script(script);

        var code = await SimulationRun.RunAsync(Settings([recordFile], [scriptFile]), _output, _errors, CancellationToken.None).WaitAsync(House.Patience);

        Assert.Equal(SimulationRun.Misused, code);
        Assert.Contains(complaint == "house" ? "a.json" : complaint, _errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FewerScriptsThanRecords_SaysSo()
    {
        var code = await SimulationRun.RunAsync(Settings(["a.json"], []), _output, _errors, CancellationToken.None);

        Assert.Equal(SimulationRun.Misused, code);
        Assert.Contains("each record needs one script", _errors.ToString(), StringComparison.Ordinal);
    }

    private static RunSettings Settings(string[] records, string[] scripts) =>
        new(records, scripts, 50, null, null, TimeSpan.FromSeconds(60), Stay: false, Json: false);

    private string Save(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private string Script(params string[] lines)
    {
        var path = Path.Combine(_folder, $"{Path.GetRandomFileName()}.csv");
        File.WriteAllLines(path, lines);
        return path;
    }
}
