using System.CommandLine;
using Quarantine.Firmware.Simulator.Running;

namespace Quarantine.Firmware.Simulator.Commands;

/// <summary><c>quarantine-simulator run</c>.</summary>
internal static class RunCommand
{
    internal static Command Create()
    {
        var record = new Option<string[]>("--record") { Description = "A node's provisioning record (node.json); once for each node.", Required = true };
        var script = new Option<string[]>("--script") { Description = "What happens to the node: lines offset_ms,sensor,value; once for each --record, in the same order.", Required = true };
        var speed = new Option<double>("--speed") { Description = "How much faster the nodes' clock runs, 0.001 to 100000.", DefaultValueFactory = _ => 1 };
        var ca = new Option<string?>("--ca") { Description = "PEM file of the broker's authority. Default: ca.pem beside the record." };
        var flash = new Option<string?>("--flash") { Description = "Folder for the nodes' files, which then outlive the program. Default: in memory." };
        var patience = new Option<double>("--patience") { Description = "Real seconds to wait for the last acknowledgements.", DefaultValueFactory = _ => 60 };
        var stay = new Option<bool>("--stay") { Description = "Go on after the script's end, until Ctrl+C." };
        var json = new Option<bool>("--json") { Description = "One JSON object a line." };
        var command = new Command("run", "Runs sensor nodes with scripted sensors against a real broker.") { record, script, speed, ca, flash, patience, stay, json };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = new RunSettings(
                parsed.GetRequiredValue(record),
                parsed.GetRequiredValue(script),
                parsed.GetValue(speed),
                parsed.GetValue(ca),
                parsed.GetValue(flash),
                TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(patience), 0, 86_400)),
                parsed.GetValue(stay),
                parsed.GetValue(json));
            return SimulationRun.RunAsync(settings, Console.Out, Console.Error, cancellationToken);
        });
        return command;
    }
}
