using System.CommandLine;
using Quarantine.Gateway.Configuration;
using Quarantine.Gateway.Ingest;
using Quarantine.Gateway.Keys;
using Quarantine.Gateway.Provisioning;
using Quarantine.Gateway.Store;
using Quarantine.Messages.Nodes;
using Quarantine.Terminal.Commands;
using Quarantine.Terminal.Errors;
using Quarantine.Terminal.Output;

namespace Quarantine.Gateway.Commands;

/// <summary>Lists the house's nodes, and what the gateway last heard of each. Works while the gateway runs and while it does not.</summary>
internal sealed class NodeListCommand : ProgramCommand
{
    /// <summary>Of a node that was never heard.</summary>
    private static readonly FactValue[] Unknown = [FactValue.None.Shown("never"), .. Enumerable.Repeat(FactValue.None, 6)];

    private readonly ConfigurationOption _configuration;

    public NodeListCommand(ProgramContext context)
        : base(context, "list", "List the house's sensor nodes, and what was last heard of each.") =>
        _configuration = new ConfigurationOption(this, context);

    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var (options, files) = _configuration.Load(parse);
        var register = HouseRegisterFile.Load(files);
        var known = Known(files, options);
        var nodes = new Listing(
            "Sensor nodes",
            ("Node", "node"), ("Sensors", "sensors"), ("Power", "power"), ("Board", "board"), ("Last seen", "heard"), ("Queued", "queued"),
            ("Dropped", "dropped"), ("Lost", "lost"), ("Battery", "batteryMillivolts"), ("Faults", "faults"), ("Last event", "lastEvent"));
        foreach (var node in options.Nodes)
        {
            nodes.Add([.. Made(register.Find(node.Id), node), .. known.GetValueOrDefault(node.Id) ?? Unknown]);
        }

        output.Show(new Facts($"House {options.House}").Add("nodes", nodes));
        return Task.FromResult(ExitCode.Success);
    }

    private static Dictionary<string, FactValue[]> Known(GatewayFiles files, GatewayOptions options)
    {
        if (!File.Exists(files.Store))
        {
            return [];
        }

        using var database = GatewayDatabase.Open(files.Store);
        var store = new EventStore(database);
        return store.Progress().Where(node => options.Nodes.Any(other => other.Id == node.Node))
            .ToDictionary(node => node.Node, node => Known(node, store.Latest(node.Node)), StringComparer.Ordinal);
    }

    private static FactValue[] Made(RegisteredNode? made, NodeOptions node) =>
        [FactValue.Of(node.Id), FactValue.Of(made?.Sensors), FactValue.Of(Power(made)), FactValue.Of(made?.Board)];

    private static string? Power(RegisteredNode? made) => made is null ? null : made.OnBattery ? "battery" : "mains";

    private static FactValue[] Known(NodeProgress node, StoredEvent? latest) =>
    [
        FactValue.Of(node.Heard),
        Number(node.Health?.Queued),
        Number(node.Health?.Dropped),
        FactValue.Of(node.Lost),
        node.Health is { BatteryMillivolts: > 0 and var battery } ? FactValue.Of((long)battery).Shown($"{battery} mV") : FactValue.None,
        FactValue.Of(node.Health is { } told ? NodeFaultText.Of(told.Faults) : null),
        FactValue.Of(latest is null ? null : $"{SensorKindName.Of((SensorKind)latest.Kind)} {SensorEventCodec.ValueText((SensorKind)latest.Kind, latest.Value)}"),
    ];

    private static FactValue Number(uint? number) => number is { } known ? FactValue.Of((ulong)known) : FactValue.None;
}
