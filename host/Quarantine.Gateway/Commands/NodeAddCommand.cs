using System.CommandLine;
using System.Globalization;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Provisioning.Nodes;
using Quarantine.Messages.Nodes;
using Quarantine.Terminal.Arguments;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Makes a sensor node: its key, its account and rights at the broker, and the files to flash.</summary>
internal sealed class NodeAddCommand : ProgramCommand
{
    private const string Mains = "mains";
    private const string Battery = "battery";
    private const int LongestTuning = 600_000;
    private const int MostMillivolts = 20_000;

    private readonly ConfigurationOption _configuration;
    private readonly WifiOptions _wifi;
    private readonly Option<string> _id = NodeIdOption.Create();
    private readonly Option<string?> _out = new("--out") { Description = "Folder to make for the files to flash. Default: node-ID.", HelpName = "DIR" };
    private readonly Option<bool> _noHomeAssistant = new("--no-home-assistant") { Description = "The node does not announce itself to Home Assistant." };
    private readonly Option<int> _motionHold = TypedOption.Number(
        "--motion-hold", "How long a motion sensor's output must be low until motion ends, ms.", 0, LongestTuning, 5_000);

    private readonly Option<int> _motionWarmUp = TypedOption.Number(
        "--motion-warm-up", "How long a motion sensor is not believed after power-up, ms.", 0, LongestTuning, 60_000);

    private readonly Option<int?> _lowBattery = TypedOption.Optional<int?>(
        "--low-battery",
        $"Voltage below which the battery is low, mV. Default: {string.Join(", ", NodeBoards.All.Select(board => $"{NodeBoards.LowBatteryMillivolts(board)} on {board}"))}.",
        "N",
        TryParseMillivolts,
        $"a number from 0 to {MostMillivolts}",
        absent: null);

    private readonly Option<IReadOnlyList<SensorKind>> _sensors = TypedOption.Required<IReadOnlyList<SensorKind>>(
        "--sensors",
        $"What is fitted, with commas: {string.Join(", ", SensorKindName.All)}.",
        "NAMES",
        (string text, out IReadOnlyList<SensorKind> kinds) => SensorKindName.TryParseList(text, out kinds!),
        $"some of {string.Join(',', SensorKindName.All)}, each once");

    private readonly Option<string> _power = TypedOption.Required<string>(
        "--power", "What feeds it: mains or battery.", "SOURCE", TryParsePower, "mains or battery");

    private readonly Option<string> _board = TypedOption.Required<string>(
        "--board", $"Its board: {string.Join(" or ", NodeBoards.All)}.", "NAME", TryParseBoard, $"one of {string.Join(", ", NodeBoards.All)}");

    public NodeAddCommand(ProgramContext context)
        : base(context, "add", "Make a sensor node: its key, its account and rights at the broker, and the files to flash.")
    {
        Options.Add(_id);
        Options.Add(_sensors);
        Options.Add(_power);
        Options.Add(_board);
        _wifi = new WifiOptions(this, context);
        Options.Add(_out);
        Options.Add(_motionHold);
        Options.Add(_motionWarmUp);
        Options.Add(_lowBattery);
        Options.Add(_noHomeAssistant);
        _configuration = new ConfigurationOption(this, context);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var desk = ProvisioningDesk.Open(_configuration, parse, output);
        using var wifi = _wifi.Read(parse);
        var node = new NodeProvisioner(desk.Options.House, desk.Session).Add(Request(parse, wifi), [.. desk.Options.Nodes.Select(other => other.Id)]);
        var facts = new Facts("Node added")
            .Add("Node", "node", node.Id)
            .Add("Sensors", "sensors", node.Sensors)
            .Add("Power", "power", node.OnBattery ? Battery : Mains)
            .Add("Board", "board", node.Board)
            .Add("Files to flash", "folder", node.Folder)
            .Add("Next", "next", "Flash them as firmware/README.md says, then delete the folder: it holds the node's key and passwords.");
        return await new FollowUp(desk.Options.Provisioning, Context).ShowAsync(facts, output, cancellationToken);
    }

    private static bool TryParseMillivolts(string text, out int? millivolts)
    {
        millivolts = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostMillivolts ? number : null;
        return millivolts is not null;
    }

    private static bool TryParsePower(string text, out string power)
    {
        power = text;
        return text is Mains or Battery;
    }

    private static bool TryParseBoard(string text, out string board)
    {
        board = text;
        return NodeBoards.All.Contains(text, StringComparer.Ordinal);
    }

    private NodeRequest Request(ParseResult parse, WifiCredentials? wifi)
    {
        var id = parse.GetValue(_id)!;
        return new NodeRequest
        {
            Id = id,
            Sensors = parse.GetValue(_sensors)!,
            OnBattery = parse.GetValue(_power) == Battery,
            Board = parse.GetValue(_board)!,
            Folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parse.GetValue(_out) ?? $"node-{id}")),
            Wifi = wifi,
            MotionHold = TimeSpan.FromMilliseconds(parse.GetValue(_motionHold)),
            MotionWarmUp = TimeSpan.FromMilliseconds(parse.GetValue(_motionWarmUp)),
            LowBatteryMillivolts = parse.GetValue(_lowBattery) ?? NodeBoards.LowBatteryMillivolts(parse.GetValue(_board)!),
            HomeAssistant = !parse.GetValue(_noHomeAssistant),
        };
    }
}
