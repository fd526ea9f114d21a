using System.Text.Json;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Files;
using Quarantine.Gateway.Store;
using Quarantine.Gateway.Tests.Provisioning;
using Quarantine.Messages.Nodes;
using Quarantine.TestKit.Programs;

namespace Quarantine.Gateway.Tests.Commands;

/// <summary>The commands <c>broker</c> and <c>node</c>, typed as at a terminal.</summary>
public sealed class NodeCommandTests : IDisposable
{
    private const string WifiPassword = "correct horse battery";

    private readonly ProvisionedHouse _house = new();
    private readonly List<ProgramResult> _results = [];

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Commands_FromTheBrokerToARemovedNode_DoAndSayWhatTheyShould()
    {
        await ActAsync("broker-init", "broker", "init", "--host", "192.168.1.10", "--host", "gateway.lan", "--directory", _house.BrokerDirectory, "--home-assistant");
        await ActAsync("node-add", Add("door-1"));
        await ActAsync("node-add-json", [.. Add("door-2"), "--json"]);
        await ActAsync("node-add-battery",
            "node", "add", "--id", "help-1", "--sensors", "help,battery", "--power", "battery", "--board", "firebeetle-2", "--low-battery", "3300", "--no-home-assistant",
            "--wifi-file", _house.Terminal.Write("wifi", $"home\n{WifiPassword}\n"), "--out", _house.NodeFolder("help-1"));
        await ActAsync("node-list", "node", "list");
        Hear();
        await ActAsync("node-list-heard", "node", "list");
        await ActAsync("node-list-json", "node", "list", "--json");
        await ActAsync("node-remove", "node", "remove", "--id", "door-2");
        await ActAsync("broker-renew", "broker", "renew", "--host", "192.168.1.11");

        Assert.False(Directory.Exists(_house.NodeFolder("door-2")));
        Assert.False(File.Exists(_house.Files.NodeKey("door-2")));
        Assert.Contains(ProvisionedHouse.Remark, await File.ReadAllTextAsync(_house.Configuration), StringComparison.Ordinal);
        AssertNoSecretWasTold();
    }

    [Fact]
    public async Task Add_ANode_WritesWhatTheBoardAndTheFlasherRead()
    {
        await _house.SetBrokerUpAsync();
        await _house.DoAsync(
            "node", "add", "--id", "help-1", "--sensors", "help,battery", "--power", "battery", "--board", "firebeetle-2",
            "--wifi-file", _house.Terminal.Write("wifi", $"home\n{WifiPassword}\n"), "--out", _house.NodeFolder("help-1"));

        Assert.Equal(await File.ReadAllBytesAsync(_house.Files.Authority), await ReadAsync("ca.pem"));
        Assert.Equal("00000000000000006522DF69", Convert.ToHexString(await ReadAsync("boot-a")));
        Assert.Equal(await ReadAsync("boot-a"), await ReadAsync("boot-b"));
        Assert.Equal("house-1/help-1", _house.Recorded("help-1", "user"));
        Assert.Equal("help,battery", _house.Recorded("help-1", "sensors"));
        Assert.Equal("battery", _house.Recorded("help-1", "power"));
        Assert.Equal("firebeetle-2", _house.Recorded("help-1", "board"));
        Assert.Equal("3400", _house.Recorded("help-1", "low-battery"));
        var deployment = JsonDocument.Parse(await ReadAsync("deploy.json")).RootElement.GetProperty("Files").EnumerateArray().ToList();
        Assert.Equal(["I:\\node.json", "I:\\boot-a", "I:\\boot-b", "I:\\ca.pem"], deployment.Select(file => file.GetProperty("DestinationFilePath").GetString()));
        Assert.All(deployment, file => Assert.True(File.Exists(Path.Combine(_house.NodeFolder("help-1"), file.GetProperty("SourceFilePath").GetString()!))));
        var wifi = JsonDocument.Parse(await ReadAsync("network.json")).RootElement.GetProperty("WirelessClient");
        Assert.Equal(("home", WifiPassword, "WPA2"), (wifi.GetProperty("Ssid").GetString(), wifi.GetProperty("Password").GetString(), wifi.GetProperty("Authentication").GetString()));

        Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(Path.Combine(_house.NodeFolder("help-1"), name));
    }

    [Fact]
    public async Task Add_WithAPersonAtTheTerminal_AsksForTheWifiAndShowsItNowhere()
    {
        await _house.SetBrokerUpAsync();
        _house.Terminal.Answers.Enqueue("home");
        _house.Terminal.Answers.Enqueue(WifiPassword);

        var result = await _house.RunAsync("node", "add", "--id", "door-1", "--sensors", "door", "--power", "mains", "--board", "esp32-devkitc", "--out", _house.NodeFolder("door-1"));

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["Name of the Wi-Fi (SSID)", "Its password (empty: an open network)"], _house.Terminal.Questions);
        Assert.Contains(WifiPassword, await File.ReadAllTextAsync(Path.Combine(_house.NodeFolder("door-1"), "network.json")), StringComparison.Ordinal);
        Assert.DoesNotContain(WifiPassword, result.Output + result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_Mistakes_SayWhatToDoAndChangeNothing()
    {
        await RefuseAsync("node-add-before-broker", 3, Add("door-1"));
        await _house.SetBrokerUpAsync();
        await _house.AddNodeAsync("door-1");
        Directory.CreateDirectory(_house.NodeFolder("taken"));
        var before = HouseState.Snapshot(_house.Terminal.Folder);

        await RefuseAsync("node-add-twice", 3, Add("door-1"));
        await RefuseAsync("node-add-bad-id", 2, Add("Door 1"));
        await RefuseAsync("node-add-bad-sensor", 2, _house.AddArguments("door-2", "door,window"));
        await RefuseAsync("node-add-option-twice", 2, [.. Add("door-2"), "--sensors", "door"]);
        await RefuseAsync("node-add-sensor-twice", 2, "node", "add", "--id", "door-2", "--sensors", "door,door", "--power", "mains", "--board", "esp32-devkitc", "--no-wifi");
        await RefuseAsync("node-add-bad-board", 2, "node", "add", "--id", "door-2", "--sensors", "door", "--power", "mains", "--board", "esp8266", "--no-wifi");
        await RefuseAsync("node-add-bad-power", 2, "node", "add", "--id", "door-2", "--sensors", "door", "--power", "solar", "--board", "esp32-devkitc", "--no-wifi");
        await RefuseAsync("node-add-no-wifi-told", 2, "node", "add", "--id", "door-2", "--sensors", "door", "--power", "mains", "--board", "esp32-devkitc");
        await RefuseAsync("node-add-folder-taken", 3, Add("taken"));
        await RefuseAsync("node-add-folder-nowhere", 3, [.. Add("door-2")[..^1], _house.Terminal.PathOf("missing/door-2")]);
        await RefuseAsync("node-add-folder-impossible", 3, [.. Add("door-2")[..^1], _house.Terminal.PathOf(new string('x', 250))]);
        await RefuseAsync("node-remove-unknown", 3, "node", "remove", "--id", "door-9");
        await RefuseAsync("broker-init-twice", 3, "broker", "init", "--host", "192.168.1.10");
        await RefuseAsync("broker-init-bad-host", 2, "broker", "init", "--host", "not a host");
        await RefuseAsync("broker-renew-bad-port", 2, "broker", "renew", "--port", "65536");
        await RefuseAsync("broker-init-no-host", 2, "broker", "init");

        Assert.Equal(before, HouseState.Snapshot(_house.Terminal.Folder));
        AssertNoSecretWasTold();
    }

    [Fact]
    public async Task Add_WifiThatIsNone_SaysWhatToDoWithoutRepeatingIt()
    {
        await _house.SetBrokerUpAsync();
        string[] add = ["node", "add", "--id", "door-1", "--sensors", "door", "--power", "mains", "--board", "esp32-devkitc"];

        await RefuseAsync("wifi-short-password", 3, [.. add, "--wifi-file", _house.Terminal.Write("wifi", "home\nshorty")]);
        await RefuseAsync("wifi-missing-file", 3, [.. add, "--wifi-file", _house.Terminal.PathOf("nowhere")]);
        await RefuseAsync("wifi-both", 2, [.. add, "--wifi-file", _house.Terminal.PathOf("wifi"), "--no-wifi"]);

        Assert.DoesNotContain(_results, result => result.Error.Contains("shorty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Add_WhileAnotherCommandIsAtIt_SaysSo()
    {
        await _house.SetBrokerUpAsync();
        using (ProvisioningSession.Open(ProvisionedHouse.Name, _house.Files, new FileChanges()))
        {
            await RefuseAsync("node-add-locked", 3, Add("door-1"));
        }

        await ActAsync("node-add", Add("door-1"));
    }

    [Fact]
    public async Task Add_ANodeThatTheConfigurationFileNames_IsRefused()
    {
        using var house = new ProvisionedHouse(" \"Nodes\": [ { \"Id\": \"hall\", \"KeyFile\": \"hall.key\" } ]");
        await house.SetBrokerUpAsync();

        var result = await house.RunAsync(house.AddArguments("hall"));

        Assert.Equal(3, result.ExitCode);
        GoldenText.Check("node-add-named-by-hand", result.Error, house.Terminal.Folder);
        GoldenText.Check("node-list-by-hand", (await house.RunAsync("node", "list")).Output);
    }

    [Fact]
    public async Task Add_AfterAnInterruptedOne_TellsWhatBecameOfIt()
    {
        await _house.SetBrokerUpAsync();
        await InterruptAsync(after: 12);

        await RefuseAsync("node-add-interrupted", 3, Add("door-1"));
    }

    [Fact]
    public async Task Remove_WhatCannotAllBeRemoved_SaysSoAndIsCompletedByARepetition()
    {
        await _house.SetBrokerUpAsync();
        await _house.AddNodeAsync("door-1");
        var record = Path.Combine(_house.NodeFolder("door-1"), "node.json.new");
        Directory.CreateDirectory(Path.Combine(record, "in the way"));

        await RefuseAsync("node-remove-half", 3, "node", "remove", "--id", "door-1");
        Directory.Delete(record, recursive: true);
        await ActAsync("node-remove-completed", "node", "remove", "--id", "door-1");

        Assert.False(HouseState.Has(_house, "door-1"));
    }

    [Fact]
    public async Task Remove_AReloadThatFails_IsRemovedAndSaysSo()
    {
        using var house = new ProvisionedHouse(" \"Provisioning\": { \"ReloadBroker\": [\"sh\", \"-c\", \"echo no such unit >&2; exit 5\"], \"RestartGateway\": [\"no-such-program\"] }");
        await house.SetBrokerUpAsync();
        var added = await house.RunAsync(house.AddArguments("door-1"));

        Assert.Equal(1, added.ExitCode);
        GoldenText.Check("reload-failed", added.Output + added.Error, house.Terminal.Folder);
        Assert.True(HouseState.Has(house, "door-1"));
    }

    [Fact]
    public async Task Renew_AnotherPort_RestartsTheBrokerBeforeTheGateway()
    {
        using var house = new ProvisionedHouse();
        SetRestarts(house, "true");
        await house.SetBrokerUpAsync();

        var told = await house.DoAsync("broker", "renew", "--port", "8884", "--json");

        Assert.True(JsonDocument.Parse(told).RootElement.GetProperty("brokerRestarted").GetBoolean());
        Assert.Equal(["broker", "gateway"], await File.ReadAllLinesAsync(house.Terminal.PathOf("restarted")));
        Assert.Contains("brokerReloaded", await house.DoAsync("broker", "renew", "--port", "8884", "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renew_ABrokerThatDoesNotRestart_SaysSoAndLeavesTheGatewayWhereItIs()
    {
        using var house = new ProvisionedHouse();
        SetRestarts(house, "false");
        await house.SetBrokerUpAsync();

        var result = await house.RunAsync("broker", "renew", "--listen", "127.0.0.2");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("sudo systemctl restart mosquitto", result.Output, StringComparison.Ordinal);
        Assert.Equal(["broker"], await File.ReadAllLinesAsync(house.Terminal.PathOf("restarted")));
    }

    [Fact]
    public async Task Renew_AnotherPortWithoutTheSetting_AsksForARestartAndLeavesTheGatewayWhereItIs()
    {
        using var house = new ProvisionedHouse(""" "Provisioning": { "ReloadBroker": ["true"], "RestartGateway": ["true"] }""");
        await house.SetBrokerUpAsync();

        var told = JsonDocument.Parse(await house.DoAsync("broker", "renew", "--port", "8884", "--json")).RootElement;

        Assert.False(told.GetProperty("brokerRestarted").GetBoolean());
        Assert.False(told.GetProperty("gatewayRestarted").GetBoolean());
    }

    /// <summary>Only root refuses: whoever else provisions has no rights that a file could give away.</summary>
    [Theory]
    [InlineData("gateway.json", "root-foreign-settings")]
    [InlineData("data", "root-foreign-register")]
    public async Task Provision_AsRootFromWhatOthersCanChange_RunsNothing(string changeable, string golden)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return;
        }

        using var house = new ProvisionedHouse();
        SetRestarts(house, "true");
        await house.SetBrokerUpAsync();
        var before = HouseState.Snapshot(house.Terminal.Folder);
        File.SetUnixFileMode(house.Terminal.PathOf(changeable), File.GetUnixFileMode(house.Terminal.PathOf(changeable)) | UnixFileMode.GroupWrite);

        foreach (var command in (string[][])[house.AddArguments("door-1"), ["node", "remove", "--id", "door-1"], ["broker", "renew", "--port", "8884"]])
        {
            var result = await house.RunAsync(command);
            Assert.Equal(3, result.ExitCode);
            GoldenText.Check(golden, result.Error, house.Terminal.Folder);
        }

        Assert.Equal(before, HouseState.Snapshot(house.Terminal.Folder));
    }

    [Fact]
    public async Task Provision_AHouseDirectoryThatAGroupReads_LetsItReadWhatTheGatewayNeeds()
    {
        using var house = new ProvisionedHouse(" \"HouseDirectory\": \"house\"");
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Directory.CreateDirectory(house.Terminal.PathOf("house"), Owner | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute).FullName;
        File.SetUnixFileMode(house.Configuration, Owner | UnixFileMode.GroupRead);
        await house.SetBrokerUpAsync();
        await house.AddNodeAsync("door-1");

        Assert.All(
            (string[])["house/house.json", "house/authority.pem", "house/house-broker.password", "house/nodes/door-1.key", "gateway.json"],
            name => Assert.Equal(Owner | UnixFileMode.GroupRead, File.GetUnixFileMode(house.Terminal.PathOf(name))));
        Assert.Equal(File.GetUnixFileMode(folder), File.GetUnixFileMode(Path.Combine(folder, "nodes")));
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(folder, "authority.key")));
        Assert.Equal(Owner, File.GetUnixFileMode(Path.Combine(house.NodeFolder("door-1"), "node.json")));
        Assert.False(Directory.Exists(house.Terminal.PathOf("data")));
    }

    [Fact]
    public async Task List_ADamagedRegister_SaysWhatToDo()
    {
        await _house.SetBrokerUpAsync();
        await File.WriteAllTextAsync(_house.Files.Register, "{ half");

        await RefuseAsync("register-damaged", 3, "node", "list");
        await RefuseAsync("register-damaged", 3, Add("door-1"));
    }

    [Fact]
    public async Task Renew_WithoutTheAuthority_SaysWhatToDo()
    {
        await _house.SetBrokerUpAsync();
        File.Delete(_house.Files.AuthorityKey);

        await RefuseAsync("authority-missing", 3, "broker", "renew");
    }

    /// <summary>Restarts that leave a line in a file of the house's folder; the broker's ends as told.</summary>
    private static void SetRestarts(ProvisionedHouse house, string end)
    {
        var setting = $$"""
            { "Provisioning": {
                "ReloadBroker": ["true"],
                "RestartBroker": ["sh", "-c", "echo broker >> '{{house.Terminal.PathOf("restarted")}}'; {{end}}"],
                "RestartGateway": ["sh", "-c", "echo gateway >> '{{house.Terminal.PathOf("restarted")}}'"] },
            """;
        File.WriteAllText(house.Configuration, setting + File.ReadAllText(house.Configuration).TrimStart()[1..]);
    }

    private string[] Add(string id) => _house.AddArguments(id);

    private async Task InterruptAsync(int after)
    {
        var cut = new PowerCut(after);
        using var session = ProvisioningSession.Open(ProvisionedHouse.Name, _house.Files, cut.Changes);
        await Task.Yield();
        Assert.Throws<PowerFailedException>(() => new NodeProvisioner(ProvisionedHouse.Name, session).Add(_house.DoorRequest("door-1"), []));
    }

    /// <summary>As a running gateway would have stored it.</summary>
    private void Hear()
    {
        using var database = GatewayDatabase.Open(_house.Files.Store);
        var store = new EventStore(database);
        store.Save(new NodeProgress("door-1", 2, 17, ProvisionedHouse.Now.AddMinutes(-1), 3, new NodeCondition(0, 3, 0, NodeFaults.Storage | NodeFaults.NoTime | (NodeFaults)128)));
        store.Save(new NodeProgress("help-1", 9, 4, ProvisionedHouse.Now.AddHours(-1), 0, new NodeCondition(2, 0, 3712, NodeFaults.None)));
        store.Save(new NodeProgress("door-2", 1, 1, ProvisionedHouse.Now, 0));
        store.Save(new NodeProgress("gone", 1, 1, ProvisionedHouse.Now, 0));
        store.Append(
        [
            new StoredEvent("door-1", 1, 9, 1, (int)SensorKind.Tamper, 1, ProvisionedHouse.Now, Uncertain: false),
            new StoredEvent("door-1", 2, 16, 1, (int)SensorKind.Door, 1, ProvisionedHouse.Now, Uncertain: false),
            new StoredEvent("door-1", 2, 17, 2, (int)SensorKind.Door, 0, ProvisionedHouse.Now, Uncertain: false),
            new StoredEvent("help-1", 9, 4, 1, (int)SensorKind.Battery, 3712, ProvisionedHouse.Now, Uncertain: false),
        ]);
    }

    private async Task ActAsync(string golden, params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.True(result.ExitCode == 0, result.Error);
        GoldenText.Check(golden, result.Output + result.Error, _house.Terminal.Folder);
    }

    private async Task RefuseAsync(string golden, int exitCode, params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.Equal(exitCode, result.ExitCode);
        Assert.Empty(result.Output);
        GoldenText.Check(golden, result.Error, _house.Terminal.Folder);
    }

    private async Task<ProgramResult> RunAsync(string[] arguments)
    {
        var result = await _house.RunAsync(arguments);
        _results.Add(result);
        return result;
    }

    private void AssertNoSecretWasTold()
    {
        var told = string.Concat(_results.Select(result => result.Output + result.Error));
        var secrets = new List<string> { WifiPassword, File.ReadAllText(_house.Files.BrokerPassword).Trim() };
        foreach (var record in Directory.GetFiles(_house.Terminal.Folder, "node.json", SearchOption.AllDirectories))
        {
            var json = JsonDocument.Parse(File.ReadAllBytes(record)).RootElement;
            secrets.Add(json.GetProperty("key").GetString()!);
            secrets.Add(json.GetProperty("password").GetString()!);
        }

        Assert.True(secrets.Count >= 4);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
    }
}
